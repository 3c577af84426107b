import type { Page } from '../page/visit.js';
import { countBelow, type Nested, treeOf } from '../parts/category-tree.js';

interface Shown {
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
  description: string;
  threadCount: number;
}

export function CategoryTree({ page, categories }: { page: Page; categories: readonly Shown[] }) {
  const t = page.texts.lists;
  if (categories.length > 0) return <Branches page={page} branches={treeOf(categories)} />;
  return (
    <div class="empty">
      <p>{t.noCategories}</p>
      {page.member?.isAdmin && <p><a class="button" href={page.href('/admin')}>{t.noCategoriesAdmin}</a></p>}
    </div>
  );
}

function Branches({ page, branches }: { page: Page; branches: readonly Nested<Shown>[] }) {
  return (
    <ul class="category-tree">
      {branches.map((branch) => ({ ...branch, count: countBelow(branch) })).map(({ category, children, count }) => (
        <li key={category.id}>
          <a href={page.href(`/c/${category.slug}`)} title={category.description || undefined}>
            <span class="category-name">{category.name}</span>
            <span class="category-count">{page.texts.lists.threads(count)}</span>
          </a>
          {children.length > 0 && <Branches page={page} branches={children} />}
        </li>
      ))}
    </ul>
  );
}
