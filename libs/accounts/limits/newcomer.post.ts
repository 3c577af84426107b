import { renderMarkdown } from '#platform/content';
import { invalid } from '#platform/graphql';
import type { LimitTable } from './limit.table.js';

/** What a post holds that an advertisement lives on: counted in what readers will see, whatever way of writing Markdown was chosen. */
export function countedIn(markdown: string): { links: number; images: number; mentions: number } {
  const { html } = renderMarkdown(markdown);
  const said = html.replace(/<(code|pre|a)\b[^>]*>[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
  return {
    links: html.match(/<a\s/g)?.length ?? 0,
    images: html.match(/<img\s/g)?.length ?? 0,
    mentions: said.match(/(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]/gu)?.length ?? 0,
  };
}

export function refuseNewcomersBody(markdown: string, most: LimitTable['newcomerPost']): void {
  const counted = countedIn(markdown);
  if (counted.links > most.links) throw invalid({ field: 'body', code: 'newcomer-links', limit: most.links });
  if (counted.images > most.images) throw invalid({ field: 'body', code: 'newcomer-images', limit: most.images });
  if (counted.mentions > most.mentions) throw invalid({ field: 'body', code: 'newcomer-mentions', limit: most.mentions });
}
