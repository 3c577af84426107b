import type { Page } from '../page/visit.js';

export function TagLinks({ page, tags }: { page: Page; tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={page.texts.lists.tags}>
      {tags.map((tag) => <li key={tag}><a class="tag" href={page.href(tagPath(tag))}>{tag}</a></li>)}
    </ul>
  );
}

export function tagPath(tag: string): string {
  return `/tag/${encodeURIComponent(tag)}`;
}
