import { slugOf } from '#platform/content';

// what stands behind a thread's number when somebody acts on it: no title may take such an address
const PAGES_OF_A_THREAD = new Set(['close', 'duplicate', 'merge', 'move', 'notice', 'split']);

/** What a thread's address says beside its number. */
export function threadSlug(title: string): string {
  const slug = slugOf(title);
  return PAGES_OF_A_THREAD.has(slug) ? `${slug}-thread` : slug;
}
