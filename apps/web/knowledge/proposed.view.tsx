import type { Page } from '../page/visit.js';

/** Why an FAQ entry proposed itself. */
export function ProposedBecause({ page, proposal: { asked, people, saved, since } }: { page: Page; proposal: { asked: number; people: number; saved: number; since: string } }) {
  return <p>{page.texts.knowledge.proposedBecause(asked, people, saved, page.texts.day(new Date(since)))}</p>;
}
