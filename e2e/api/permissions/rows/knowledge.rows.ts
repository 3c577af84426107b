import type { Row, Target } from '../notation.js';
import type { World } from '../world.js';

// A list is for everyone alike: what is held is found in the review queue and on its own page.
const VISIBLE_ONLY = { '* | held hidden deleted': 'absent' } as const;

/** So that no other thread is better. */
const alone = ({ db }: World, { id }: Target) => db.query('delete from search_document where thread_id <> $1', [id.slice(4)]);

export const rows: Row[] = [
  { query: 'search', access: 'everyone', on: 'thread', finds: true, before: alone, ask: 'search(text: "router", first: 100) { nodes { thread { id } } }', except: VISIBLE_ONLY },
  { query: 'suggest', access: 'everyone', on: 'thread', finds: true, before: alone, ask: 'suggest(text: "router", first: 20) { threads { id } }', except: VISIBLE_ONLY },
];
