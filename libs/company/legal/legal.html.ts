import { renderMarkdown } from '#platform/content';

/** The page has one h1, its name: whatever headings a text begins with, they start below it. A post's begin further down. */
export function legalHtml(source: string): string {
  const { html } = renderMarkdown(source);
  const least = Math.min(...Array.from(html.matchAll(/<h([1-6])>/g), ([, level]) => Number(level)));
  return html.replaceAll(/<(\/?)h([1-6])>/g, (_, end: string, level: string) => `<${end}h${Number(level) - least + 2}>`);
}
