import type { Actor } from './actor.js';

/**
 * The SQL condition under which a thread or a post may be seen by the actor, for the table under that alias.
 * Everyone sees what is visible; authors see their own while it is held; those who review see what is held or hidden too.
 * The actor's key stands in it as `actor(123)`, which Database turns into a parameter.
 */
export function visibleTo(actor: Actor, alias: string): string {
  if (actor.isSuperUser) return `${alias}.state in ('visible', 'held', 'hidden')`;
  if (actor.id === null) return `${alias}.state = 'visible'`;
  return `(${alias}.state = 'visible' or (${alias}.state = 'held' and ${authored(actor, alias)}))`;
}

function authored(actor: Actor, alias: string): string {
  if (actor.id === null) return 'false';
  if (!/^\d+$/.test(actor.id)) throw new Error('An actor id must be digits.');
  return `${alias}.author_id = actor(${actor.id})`;
}

/** The same for the post above a comment, which stands under the alias `p`. */
export function parentVisibleTo(actor: Actor): string {
  return `(p.parent_id is null or exists (select from post above where above.id = p.parent_id and ${visibleTo(actor, 'above')}))`;
}
