import { encodeId } from '#platform/database';
import type { ActorName, Kind, Row, Target } from '../notation.js';
import type { World } from '../world.js';

// A list is for everyone alike: what is held is found in the review queue and on its own page.
const VISIBLE_ONLY = { '* | held hidden deleted': 'absent' } as const;

/** So that no other thread is better. */
const alone = ({ db }: World, { id }: Target) => db.query('delete from search_document where thread_id <> $1', [id.slice(4)]);

const QUESTION = '999999901';
/** The actor's own, asked just now. */
const asked = ({ db, people, categoryKey }: World, _: Target, actor: ActorName) =>
  db.query(`insert into thread (id, kind, title, slug, category_id, author_id, language) overriding system value select $1, 'question', 'Why does it restart?', 'x', $3, $2, 'en' where $2::bigint is not null`, [QUESTION, actor === 'guest' ? null : people[actor], categoryKey]);
const opened = ({ db }: World, { id }: Target) => db.query(`insert into deflection (thread_id, visitor, day, outcome, asked) select id, 'v', current_date, 'confirmed', $2 from thread where id = $1`, [id.slice(4), id]);
const SAID_OF_OPENED = { author: 'own-question', 'superUser staff admin | held hidden': 'not-visible', 'author | held': 'not-visible' } as const;
const ALL_TIME = 'from: "2020-01-01T00:00:00Z", to: "2020-12-31T00:00:00Z"';

export const kinds: Record<string, Kind> = {
  gap: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('gap', await world.insert('search_gap', { stems: 'router sing', words: 'Why does my router sing?', searches: 1 })) }),
    absent: { id: 'gap_999999999' },
  },
};

export const rows: Row[] = [
  { mutation: 'solvedMyProblem', access: 'everyone', on: 'thread', input: ({ id }) => ({ threadId: id, asked: 'router restarts' }), select: 'thread { id solvedFor }', except: SAID_OF_OPENED },
  { mutation: 'openedWhileAsking', access: 'everyone', on: 'thread', input: ({ id }) => ({ threadId: id, asked: 'router restarts' }), select: 'thread { id }', except: SAID_OF_OPENED },
  { mutation: 'askedAfterAll', access: 'member', on: 'thread', before: asked, input: ({ id }) => ({ threadId: id, questionId: `thr_${QUESTION}` }), select: 'thread { id }', except: SAID_OF_OPENED },
  {
    query: 'deflections', access: 'staff', on: 'thread', finds: true, ask: `deflections(${ALL_TIME}, first: 100) { confirmed nodes { confirmed thread { id } } }`,
    before: async (world, target) => { await opened(world, target); await world.db.query(`update deflection set created_at = '2020-06-01'`); },
  },
  { query: 'askedAs', access: 'staff', on: 'thread', finds: true, before: opened, ask: 'askedAs(threadId: $id, first: 10) { nodes { words } }' },
  { query: 'gaps', access: 'staff', on: 'gap', finds: true, ask: 'gaps(first: 10) { nodes { id words } }' },
  { query: 'gapCount', access: 'staff', ask: 'gapCount' },
  { mutation: 'closeGap', access: 'staff', on: 'gap', input: ({ id }) => ({ gapId: id }), select: 'gapId' },
  { query: 'search', access: 'everyone', on: 'thread', finds: true, before: alone, ask: 'search(text: "router", first: 100) { nodes { thread { id } } }', except: VISIBLE_ONLY },
  { query: 'suggest', access: 'everyone', on: 'thread', finds: true, before: alone, ask: 'suggest(text: "router", first: 20) { threads { id } }', except: VISIBLE_ONLY },
];
