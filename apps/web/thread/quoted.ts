const LINES_MOST = 20; // more is no quotation: it can be read where it stands

/** What somebody wrote as the beginning of an answer to it: `@Ada` hears of it, and each line is marked as theirs. */
export function quoted({ source, author }: { source: string; author: { name: string } | null }): string {
  const lines = source.trim().split(/\r?\n/);
  const shown = lines.length > LINES_MOST ? [...lines.slice(0, LINES_MOST), '…'] : lines;
  return `${author ? `@${author.name}\n\n` : ''}${shown.map((line) => (line.trim() === '' ? '>' : `> ${line}`)).join('\n')}\n\n`;
}
