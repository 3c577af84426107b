import type { Page } from '../page/visit.js';

/** Makes a form that is sent twice have one effect. Guests' forms carry none: their pages are the same for everybody, and sending leads them to sign in. */
export function MutationId({ page }: { page: Page }) {
  const id = page.mutationId();
  return id === null ? null : <input type="hidden" name="clientMutationId" value={id} />;
}
