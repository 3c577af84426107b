import type { Filter } from '../list/filter.js';

export const FOR_MINUTES = 'public, max-age=300';

/** Where the list of that address is told to programs. */
export function feedPath(path: string, filter: Filter = 'all'): string {
  return `${path}/feed.atom${filter === 'all' ? '' : `?filter=${filter}`}`;
}
