const PAIR = /(--[\w-]+): light-dark\(([^(),]+), ([^(),]+)\);/g;

/**
 * The style with its pairs of colours told once more, for browsers that do not know light-dark(): Chrome before 123, Firefox before 120,
 * Safari before 17.5, so every telephone whose last system is iOS 16. They keep their values at one place, tokens.css.
 */
export function withoutLightDark(css: string): string {
  const pairs = [...css.matchAll(PAIR)];
  const light = pairs.map(([, name, day]) => `${name}: ${day};`).join(' ');
  const dark = pairs.map(([, name, , night]) => `${name}: ${night};`).join(' ');
  return `${css}
@supports not (color: light-dark(#fff, #000)) {
  :root { ${light} }
  @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
  :root[data-theme="dark"] { ${dark} }
}
`;
}

/** A value of tokens.css by day and by night, for what no stylesheet reaches. */
export function coloursIn(tokens: string, name: string): { light: string; dark: string } {
  const pair = [...tokens.matchAll(PAIR)].find(([, each]) => each === `--${name}`);
  if (!pair) throw new Error(`There is no colour "${name}": tokens.css must have it, by day and by night.`);
  return { light: pair[2]!, dark: pair[3]! };
}
