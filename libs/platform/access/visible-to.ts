import type { Actor } from './actor.js';

/** What decides whether a thread or a post is seen. */
export interface Seeable {
  state: 'visible' | 'held' | 'hidden' | 'deleted';
  authorId: string | null;
  deletedBy: string | null;
}

/** The rule of `visibleTo` for one thing at hand; a test holds the two together. */
export function canSee(actor: Actor, { state, authorId, deletedBy }: Seeable): boolean {
  if (actor.isSuperUser) return true; // those who review see every state, marked as such
  switch (state) {
    case 'visible': return true;
    case 'held': case 'hidden': return actor.is(authorId); // so that one can put it right
    case 'deleted': return actor.is(deletedBy); // so that one can take it back
  }
}

/**
 * The SQL condition under which a thread or a post may be seen by the actor, for the table under that alias.
 * Everyone sees what is visible; authors see their own while it is held or hidden; who deleted something sees that it is deleted;
 * those who review see all.
 * The actor's key stands in it as `actor(123)`, which Database turns into a parameter.
 */
export function visibleTo(actor: Actor, alias: string): string {
  if (actor.isSuperUser) return `${alias}.state in ('visible', 'held', 'hidden', 'deleted')`;
  if (actor.id === null) return `${alias}.state = 'visible'`;
  const own = `actor(${digits(actor.id)})`;
  return `(${alias}.state = 'visible' or (${alias}.state in ('held', 'hidden') and ${alias}.author_id = ${own}) or (${alias}.state = 'deleted' and ${alias}.deleted_by = ${own}))`;
}

function digits(id: string): string {
  if (!/^\d+$/.test(id)) throw new Error('An actor id must be digits.');
  return id;
}

/** The same for the post above a comment, which stands under the alias `p`. */
export function parentVisibleTo(actor: Actor): string {
  return `(p.parent_id is null or exists (select from post above where above.id = p.parent_id and ${visibleTo(actor, 'above')}))`;
}
