import type { SearchService } from '#knowledge';
import { Actor } from '#platform/access';
import type { EvalSet } from './eval.data.js';

const TITLES = 200;
const BEGINNING = 12; // letters
const TYPED_WRONG = 5; // letters: of shorter words, another letter makes another word
const FIRST_THREE = { limit: 3, backwards: false, from: null };

/** Typing: how often a thread is among the first three by its title with a mistake in each longer word, and by how it begins. */
export async function typing(set: EvalSet, service: SearchService, ids: Map<string, string>): Promise<{ mistyped: number; begun: number; titles: number }> {
  const guest = Actor.guest(set.language);
  const titles = set.threads.slice(0, TITLES);
  const found = async (text: string, id: string) => (await service.search(guest, { text }, FIRST_THREE)).nodes.some(({ thread }) => ids.get(thread!.key) === id);
  let [mistyped, begun] = [0, 0];
  for (const { id, title } of titles) {
    if (await found(withMistakes(title), id)) mistyped += 1;
    if (await found(title.slice(0, BEGINNING), id)) begun += 1;
  }
  return { mistyped: mistyped / titles.length, begun: begun / titles.length, titles: titles.length };
}

/** Two letters of each longer word change places, somewhere in its middle. */
function withMistakes(title: string): string {
  return title.replaceAll(/\p{L}{5,}/gu, (word) => {
    const letters = [...word];
    const at = 1 + ((letters.length * 7) % (letters.length - 3));
    [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
    return letters.length >= TYPED_WRONG ? letters.join('') : word;
  });
}
