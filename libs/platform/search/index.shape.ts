/** Where order means rank; the other lists are sets, and the server gives them back sorted. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules']);

/** Whether the server's settings say all that ours do. It reports many more than one sets, so only ours are compared. */
export function covers(actual: unknown, wanted: unknown, name = ''): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length) return false;
    return JSON.stringify(inOrder(actual, name)) === JSON.stringify(inOrder(wanted, name));
  }
  if (wanted !== null && typeof wanted === 'object') {
    if (actual === null || typeof actual !== 'object') return false;
    return Object.entries(wanted).every(([key, value]) => covers((actual as Record<string, unknown>)[key], value, key));
  }
  return actual === wanted;
}

function inOrder(list: readonly unknown[], name: string): unknown[] {
  const plain = list.map((item) => (item !== null && typeof item === 'object' ? JSON.stringify(Object.entries(item).sort()) : item));
  return ORDERED.has(name) ? plain : plain.sort();
}

