import type { Page } from '../page/visit.js';

export interface Crumb {
  name: string;
  path: string;
}

export function Breadcrumb({ page, crumbs }: { page: Page; crumbs: readonly Crumb[] }) {
  const all = [{ name: page.texts.page.home, path: '/' }, ...crumbs];
  return (
    <nav class="breadcrumb" aria-label={page.texts.page.breadcrumb}>
      <ol>{all.map(({ name, path }) => <li key={path}><a href={page.href(path)}>{name}</a></li>)}</ol>
    </nav>
  );
}

interface Category {
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
}

/** The way from the top down to a category. */
export function crumbsTo(categories: readonly Category[], id: string | null): Crumb[] {
  const category = categories.find((each) => each.id === id);
  return category ? [...crumbsTo(categories, category.parentId), { name: category.name, path: `/c/${category.slug}` }] : [];
}
