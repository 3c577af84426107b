const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const MOST = 8; // code units of one letter: a flag or a joined family is no initial

/** "Greta von Lund" -> "GL", "opa_heinz" -> "O". Where a name begins with what is no letter, nothing stands for it. */
export function initials(name: string): string {
  const words = name.split(/[\s_.-]+/u).filter((word) => /^\p{L}/u.test(word));
  const chosen = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return chosen.map((word) => letters.segment(word.slice(0, MOST))[Symbol.iterator]().next().value!.segment.toUpperCase()).join('');
}

/** A colour of their own, so that one sees at a glance who speaks again: one of six, the same everywhere. Who has no account has the first. */
export function hueOf(member: { id: string } | null): number {
  return member ? Number(member.id.slice('mem_'.length)) % 6 : 0;
}
