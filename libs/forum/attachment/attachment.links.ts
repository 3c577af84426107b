const LINK = /\/files\/([0-9a-f]{32})\//g;

/** The files that a Markdown names, each once. */
export function filesIn(source: string): string[] {
  return [...new Set([...source.matchAll(LINK)].map((match) => match[1]!))];
}
