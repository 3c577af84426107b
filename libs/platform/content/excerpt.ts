/** The first words of a text, up to `most` letters, with dots behind them where it goes on; a word is cut only where it is half of that long. */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text;
  const lastWord = text.lastIndexOf(' ', most);
  return `${text.slice(0, lastWord > most / 2 ? lastWord : most).replace(/[\uD800-\uDBFF]$/, '')} ...`;
}
