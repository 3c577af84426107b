const SHOWN = 160; // enough to find the place again

/** Of a long piece that stayed as it was: what stands next to the changes. */
export function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const signs = [...text];
  if (signs.length <= 2 * SHOWN + 20) return text;
  const before = isFirst ? '' : signs.slice(0, SHOWN).join('');
  const after = isLast ? '' : signs.slice(-SHOWN).join('');
  return `${before} … ${after}`;
}
