import type { Page } from '../page/visit.js';

/** Why an FAQ entry proposed itself. */
export function ProposedBecause({ page, proposal: { since, ...numbers } }: { page: Page; proposal: { asked: number; people: number; saved: number; votes: number; since: string } }) {
  return <p>{page.texts.knowledge.proposedBecause(numbers, page.texts.day(new Date(since)))}</p>;
}
