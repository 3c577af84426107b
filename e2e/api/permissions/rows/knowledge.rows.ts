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
const openedEntry = ({ db }: World, { id }: Target) => db.query(`insert into deflection (entry_id, visitor, day, outcome, asked) select id, 'v', current_date, 'confirmed', $2 from knowledge_entry where id = $1`, [id.slice(4), id]);
const SAID_OF_OPENED = { author: 'own-question', 'superUser staff admin | held hidden': 'not-visible', 'author | held hidden': 'not-visible' } as const;
const ALL_TIME = 'from: "2020-01-01T00:00:00Z", to: "2020-12-31T00:00:00Z"';

export const kinds: Record<string, Kind> = {
  wording: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('wording', await world.insert('deflection', { thread_id: await world.thread(), visitor: 'w', day: '2020-01-01', outcome: 'confirmed', asked: 'router sings' })) }),
    absent: { id: 'wrd_999999999' },
  },
  gap: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('gap', String(2 * Number(await world.insert('search_gap', { stems: 'router sing', words: 'Why does my router sing?', searches: 1 })))) }),
    absent: { id: 'gap_999999999' },
  },
  /** Visible: published. Held: a draft, which is for staff. Of which somebody else takes care. */
  entry: {
    states: ['visible', 'held'],
    make: async (world, state) => ({ id: encodeId('entry', await world.entry(state === 'visible' ? 'published' : 'draft', { review_due: '2030-01-02' })), original: encodeId('entry', await world.entry('published')) }),
    sees: (actor, state) => state === 'visible' || (state === 'held' && (actor === 'staff' || actor === 'admin')),
    absent: { id: 'kno_999999999', original: 'kno_999999998' },
  },
  /** What of one is for those who look after it: others find the entry, and nothing there. */
  entryAtWork: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('entry', await world.entry('published', { review_due: '2030-01-02', proposal: JSON.stringify({ asked: 3, people: 2, saved: 1, since: '2020-01-01T00:00:00Z' }) })) }),
  },
  /** An article that a super user has written, and nobody has published. */
  ownArticle: {
    states: ['held'],
    make: async (world) => ({ id: encodeId('entry', await world.entry('draft', { kind: 'article', owner_id: world.people.superUser, waiting_title: 'Why?', waiting_source: 'Because.', waiting_at: new Date(), rejected_reason: 'Why.' })) }),
    sees: (actor, state) => state === 'held' && (actor === 'superUser' || actor === 'staff' || actor === 'admin'),
  },
  /** An answer that was accepted. */
  acceptedAnswer: {
    states: ['visible'],
    make: async (world) => {
      const threadKey = await world.thread();
      const key = await world.post({ threadKey, kind: 'answer', by: 'author' });
      await world.db.query('update thread set accepted_post_id = $2 where id = $1', [threadKey, key]);
      return { id: encodeId('post', key) };
    },
    absent: { id: 'pst_999999999' },
  },
};

const FOR_KEEPERS = { 'guest customer author': 'absent' } as const;
const ratedBy = ({ db, people }: World, { id }: Target, actor: ActorName) =>
  db.query('insert into knowledge_rating (entry_id, member_id, helpful) select e.id, $2, true from knowledge_entry e where e.id = $1 and $2::bigint is not null', [id.slice(4), actor === 'guest' ? null : people[actor]]);
/** The answer that it was made from says something else now. */
const answerChanged = async (world: World, { id }: Target) => {
  const post = await world.post({ threadKey: await world.thread(), kind: 'answer', by: 'author' });
  await world.db.query(`update post set source = 'New.', version = 2 where id = $1`, [post]);
  await world.db.query(`insert into revision (post_id, number, version, source) select $1, 1, 2, source from knowledge_entry where id = $2`, [post, id.slice(4)]);
  await world.db.query('insert into knowledge_source (entry_id, post_id, post_version) values ($2, $1, 1)', [post, id.slice(4)]);
};
const of = ({ id }: Target) => ({ entryId: id });
const field = (name: string) => `knowledgeEntry(id: $id) { ${name} }`;
const may = (name: string) => field(`viewer { ${name} { allowed reason } }`);

export const rows: Row[] = [
  { mutation: 'solvedMyProblem', access: 'everyone', on: 'thread', input: ({ id }) => ({ threadId: id, asked: 'router restarts' }), select: 'thread { id solvedFor }', except: SAID_OF_OPENED },
  { mutation: 'openedWhileAsking', access: 'everyone', on: 'thread', input: ({ id }) => ({ threadId: id, asked: 'router restarts' }), select: 'thread { id }', except: SAID_OF_OPENED },
  { mutation: 'askedAfterAll', access: 'member', on: 'thread', before: asked, input: ({ id }) => ({ threadId: id, questionId: `thr_${QUESTION}` }), select: 'thread { id }', except: SAID_OF_OPENED },
  {
    query: 'deflections', access: 'staff', on: 'thread', finds: true, ask: `deflections(${ALL_TIME}, first: 100) { confirmed nodes { confirmed thread { id } } }`,
    before: async (world, target) => { await opened(world, target); await world.db.query(`update deflection set created_at = '2020-06-01'`); },
  },
  { query: 'askedAs', access: 'staff', on: 'thread', finds: true, before: opened, ask: 'askedAs(threadId: $id, first: 10) { nodes { words } }' },
  { query: 'askedAs', access: 'staff', on: 'entry', as: 'askedAsOfEntry', finds: true, before: openedEntry, ask: 'askedAs(entryId: $id, first: 10) { nodes { words } }' },
  { mutation: 'strikeWording', access: 'staff', on: 'wording', input: ({ id }) => ({ wordingId: id }), select: 'wordingId' },
  { mutation: 'solvedMyProblem', access: 'everyone', on: 'entry', as: 'entrySolvedMyProblem', input: of, select: 'entry { id helpful }', except: { 'staff admin | held': 'not-visible' } },
  { mutation: 'openedWhileAsking', access: 'everyone', on: 'entry', as: 'openedEntryWhileAsking', input: of, select: 'entry { id }', except: { 'staff admin | held': 'not-visible' } },
  { mutation: 'askedAfterAll', access: 'member', on: 'entry', as: 'askedAfterEntry', before: asked, input: ({ id }) => ({ entryId: id, questionId: `thr_${QUESTION}` }), select: 'entry { id }', except: { 'staff admin | held': 'not-visible' } },
  { query: 'gaps', access: 'staff', on: 'gap', finds: true, ask: 'gaps(first: 10) { nodes { id words } }' },
  { query: 'gapCount', access: 'staff', ask: 'gapCount' },
  { mutation: 'closeGap', access: 'staff', on: 'gap', input: ({ id }) => ({ gapId: id }), select: 'gapId' },
  { query: 'knowledgeEntry', access: 'everyone', on: ['entry', 'ownArticle'], ask: 'knowledgeEntry(id: $id) { id title }' },
  { query: 'knowledgeEntries', access: 'everyone', on: 'entry', finds: true, ask: 'knowledgeEntries(first: 100) { nodes { id } }', except: { '* | held': 'absent' } },
  { query: 'faq', access: 'everyone', on: 'entry', finds: true, ask: 'faq(first: 20) { entries { id } }', except: { '* | held': 'absent' } },
  { query: 'newestKnowledge', access: 'everyone', on: 'entry', finds: true, ask: 'newestKnowledge(first: 20) { id }', except: { '* | held': 'absent' } },
  { query: 'knowledgeAddresses', access: 'everyone', ask: 'knowledgeAddresses { path }' },
  { query: 'entriesToReview', access: 'superUser', on: ['entry', 'ownArticle'], finds: true, ask: 'entriesToReview(first: 100) { nodes { id } }', except: { '* | visible': 'absent' } },
  { query: 'entriesWaiting', access: 'superUser', ask: 'entriesWaiting { needReview changed drafts proposed }' },
  { query: 'goneEntry', access: 'everyone', on: 'entry', ask: 'goneEntry(id: $id) { __typename }', except: { '*': 'absent' } },
  { query: 'goneEntry', as: 'goneEntryOnceRead', access: 'everyone', on: 'entry', ask: 'goneEntry(id: $id) { __typename }', except: { '* | visible held': 'ok' },
    before: ({ db }, { id }) => db.query(`update knowledge_entry set state = 'archived', published_at = now() where id = $1`, [id.slice(4)]) },
  { field: 'GoneEntry.thread', on: 'thread', ask: 'goneEntry(id: "kno_999999902") { thread { id title } }', except: VISIBLE_ONLY,
    before: ({ db, categoryKey }, { id }) => db.query(`with gone as (insert into knowledge_entry (id, kind, state, title, slug, source, html, renderer, category_id, language, published_at) overriding system value values (999999902, 'faq', 'archived', 'Why does it?', 'x', 'So.', 'So.', 1, $2, 'en', now()) returning id)
      insert into knowledge_question (entry_id, thread_id) select gone.id, t.id from gone join thread t on t.id = $1`, [id.slice(4), categoryKey]) },
  { query: 'entriesToReviewCount', access: 'superUser', ask: 'entriesToReviewCount' },
  { mutation: 'promoteToFaq', access: 'staff', on: 'acceptedAnswer', input: ({ id }) => ({ postId: id }), select: 'entry { id state }' },
  { mutation: 'promoteToFaq', access: 'staff', on: 'answer', as: 'promoteAnyAnswer', input: ({ id }) => ({ postId: id }), except: { '*': 'no-solution', '* | held hidden deleted belowHidden belowDeleted': 'not-visible', '* | absent': 'absent' } },
  { mutation: 'promoteToArticle', access: 'staff', on: 'acceptedAnswer', input: ({ id }) => ({ postId: id }), select: 'entry { id state }' },
  { mutation: 'writeEntry', access: 'superUser', input: () => ({ kind: 'article', title: 'How it is set up', text: 'Plug it in.', categoryId: 'cat_1', language: 'en' }), select: 'entry { id state }' },
  { mutation: 'writeEntry', access: 'superUser', as: 'writeFaqEntry', input: () => ({ kind: 'faq', title: 'How is it set up?', text: 'Plug it in.', categoryId: 'cat_1', language: 'en' }), select: 'entry { id state }', except: { superUser: 'staff-only' } },
  { mutation: 'editEntry', access: 'superUser', on: ['entry', 'ownArticle'], input: ({ id }) => ({ entryId: id, text: 'Switch it off for a while.' }), select: 'entry { id }', except: { 'superUser | visible': 'staff-only' } },
  { mutation: 'discardEntryEdit', access: 'superUser', on: ['entry', 'ownArticle'], input: of, select: 'entry { id }', except: { 'superUser | visible': 'staff-only' } },
  { mutation: 'publishEntry', access: 'staff', on: ['entry', 'ownArticle'], input: of, select: 'entry { id state }' },
  { mutation: 'archiveEntry', access: 'staff', on: 'entry', input: of, select: 'entry { id state }', except: { '* | held': 'still-a-draft' } },
  { mutation: 'rejectEntry', access: 'staff', on: 'ownArticle', as: 'rejectArticle', input: ({ id }) => ({ entryId: id, reason: 'Nobody asks this.' }), select: 'entry { id state }' },
  { mutation: 'rejectEntry', access: 'staff', on: 'entry', input: ({ id }) => ({ entryId: id, reason: 'Nobody asks this.' }), select: 'entry { id state }', except: { '* | visible': 'not-a-draft' } },
  { mutation: 'mergeEntries', access: 'staff', on: 'entry', input: ({ id, original }) => ({ entryId: id, intoId: original }), select: 'entry { id }' },
  { mutation: 'splitEntry', access: 'staff', on: ['entry', 'ownArticle'], input: ({ id }) => ({ entryId: id, title: 'How is it switched off?', text: 'By its switch.', threadIds: [] }), select: 'entry { id state }' },
  { mutation: 'proposeEntries', access: 'staff', input: () => ({}) },
  { mutation: 'rateEntry', access: 'everyone', on: 'entry', input: ({ id }) => ({ entryId: id, helpful: true }), select: 'entry { id }', except: { 'staff admin | held': 'not-visible' } },
  { field: 'EntryViewer.canEdit', on: ['entry', 'ownArticle'], ask: may('canEdit'), except: { guest: 'sign-in-needed', 'customer author': 'super-users-only', 'superUser | visible': 'staff-only' } },
  { field: 'EntryViewer.canPublish', on: 'entry', ask: may('canPublish'), except: { guest: 'sign-in-needed', 'customer author superUser': 'staff-only' } },
  { field: 'EntryViewer.canReject', on: 'entry', ask: may('canReject'), except: { guest: 'sign-in-needed', 'customer author superUser': 'staff-only', 'staff admin | visible': 'not-a-draft' } },
  { field: 'EntryViewer.canArchive', on: 'entry', ask: may('canArchive'), except: { guest: 'sign-in-needed', 'customer author superUser': 'staff-only', 'staff admin | held': 'still-a-draft' } },
  { field: 'EntryViewer.canRate', on: 'entry', ask: may('canRate'), explains: 'rateEntry' },
  { field: 'EntryViewer.rated', on: 'entryAtWork', ask: field('viewer { rated }'), before: ratedBy, except: { '*': 'is true', guest: 'absent' } },
  { field: 'KnowledgeEntry.sources', on: 'entry', ask: field('sources { post { id } thread { id } }') },
  { field: 'KnowledgeEntry.translations', on: 'entry', ask: field('translations { id }') },
  { field: 'KnowledgeEntry.versions', on: 'entryAtWork', ask: field('versions(first: 1) { nodes { number } }'), except: FOR_KEEPERS },
  { field: 'KnowledgeEntry.owner', on: 'entryAtWork', ask: field('owner { role }'), except: { '*': 'is customer', ...FOR_KEEPERS } },
  { field: 'KnowledgeEntry.reviewReasons', on: 'entry', ask: field('reviewReasons') },
  { field: 'KnowledgeEntry.reviewDueAt', on: 'entryAtWork', ask: field('reviewDueAt'), except: { '*': 'is 2030-01-02T00:00:00.000Z', ...FOR_KEEPERS } },
  { field: 'KnowledgeEntry.proposal', on: 'entryAtWork', ask: field('proposal { asked }'), except: { '*': 'is 3', ...FOR_KEEPERS } },
  { field: 'KnowledgeEntry.questions', on: 'entry', ask: field('questions { id }') },
  { field: 'KnowledgeEntry.sourceUpdate', on: 'entryAtWork', ask: field('sourceUpdate { text }'), before: answerChanged, except: { '*': 'is New.', 'guest customer author superUser': 'absent' } },
  { field: 'KnowledgeEntry.waiting', on: 'ownArticle', ask: field('waiting { title }'), except: { 'superUser staff admin': 'is Why?' } },
  { field: 'KnowledgeEntry.rejectedBecause', on: 'ownArticle', ask: field('rejectedBecause'), except: { 'superUser staff admin': 'is Why.' } },
  { field: 'Thread.knowledge', on: 'thread', ask: 'thread(id: $id) { knowledge { id } }' },
  { query: 'search', access: 'everyone', on: 'thread', finds: true, before: alone, ask: 'search(text: "router", first: 100) { nodes { thread { id } } }', except: VISIBLE_ONLY },
  { query: 'suggest', access: 'everyone', on: 'thread', finds: true, before: alone, ask: 'suggest(text: "router", first: 20) { threads { id } }', except: VISIBLE_ONLY },
];
