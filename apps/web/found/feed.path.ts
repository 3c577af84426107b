import type { Filter } from '../list/filter.js';

/** Where the list of that address is told to programs. */
export function feedPath(path: string, filter: Filter): string {
  return `${path}/feed.atom${filter === 'all' ? '' : `?filter=${filter}`}`;
}
