interface Part {
  query: string;
  worth: number;
}

const COMBINED = 5; // terms: ten pairs and the five together

/** The rarest terms two by two and all together: in a large community many threads have each, and few have several. */
export function combinations(rarest: readonly Part[]): Part[] {
  const few = rarest.slice(0, COMBINED);
  const pairs = few.flatMap((a, i) => few.slice(i + 1).map((b) => and([a, b])));
  return few.length > 2 ? [...pairs, and(few)] : pairs;
}

function and(parts: readonly Part[]): Part {
  return { query: parts.map((part) => part.query).join(' & '), worth: parts.reduce((sum, part) => sum + part.worth, 0) };
}
