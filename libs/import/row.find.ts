/**
 * Lookups by the id that a row had where it came from, to stand in `lateral (... = <id> offset 0)`, with the source as $2.
 * `offset 0` keeps each a lookup of its own. Joined freely, tables that have just grown from nothing and have no statistics yet
 * made the planner read the whole table for each batch: 60,000 posts took ten times as long.
 */
export const MEMBER = 'select id from member where imported_from = $2 and imported_id';
export const THREAD = 'select id, duplicate_of from thread where imported_from = $2 and imported_id';
export const POST = 'select id, thread_id, kind from post where imported_from = $2 and imported_id';
