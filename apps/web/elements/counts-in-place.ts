/** A number in the words for one, or for many. */
export function counted(count: number, one: string, many: string): string {
  return (Math.abs(count) === 1 ? one : many).replace('#', count.toLocaleString(document.documentElement.lang));
}

/** Puts words where others stand; not where the lines around it would move by it: then the next reading of the page says it. Whether it was put. */
export function put(place: Element, words: string): boolean {
  const before = place.textContent;
  const height = heightOf(place);
  place.textContent = words;
  if (heightOf(place) === height) return true;
  place.textContent = before;
  return false;
}

function heightOf(place: Element): number {
  return place.closest('.post-acts, .notice')?.getBoundingClientRect().height ?? 0;
}
