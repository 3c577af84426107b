/**
 * Does the work for all items at once. Where it fails by the fault of an item, each half is tried alone, so that one bad item costs a few
 * more calls instead of holding up all others. Returns the ones it cannot be done for.
 */
export async function inHalves<T>(items: readonly T[], work: (items: readonly T[]) => Promise<void>, isItemsFault: (error: unknown) => boolean): Promise<{ item: T; error: unknown }[]> {
  if (items.length === 0) return [];
  try {
    await work(items);
    return [];
  } catch (error) {
    if (!isItemsFault(error)) throw error;
    if (items.length === 1) return [{ item: items[0]!, error }];
    const middle = items.length >> 1;
    const first = await inHalves(items.slice(0, middle), work, isItemsFault);
    return [...first, ...(await inHalves(items.slice(middle), work, isItemsFault))];
  }
}
