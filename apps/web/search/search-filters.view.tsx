import type { Page } from '../page/visit.js';
import { linesOf, treeOf } from '../parts/category-tree.js';
import type { Searched } from './searched.js';

interface Props {
  page: Page;
  searched: Searched;
  categories: { id: string; parentId: string | null; slug: string; name: string }[];
}

export function SearchFilters({ page, searched, categories }: Props) {
  const t = page.texts.search;
  return (
    <form class="search-filters" action={page.href('/search')} aria-label={t.filters}>
      <div class="field search-filters-text">
        <label for="search-text">{t.label}</label>
        <input type="search" id="search-text" name="q" value={searched.text} autocomplete="off" />
      </div>
      <div class="field">
        <label for="search-category">{t.category}</label>
        <select id="search-category" name="category">
          <option value="">{t.anyCategory}</option>
          {linesOf(treeOf(categories)).map(({ category, depth }) => (
            <option key={category.id} value={category.slug} selected={category.slug === searched.category}>{'\u2003'.repeat(depth) + category.name}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="search-tag">{t.tag}</label>
        <input type="text" id="search-tag" name="tag" value={searched.tag} autocapitalize="none" autocomplete="off" />
      </div>
      <label class="check"><input type="checkbox" name="solved" value="1" checked={searched.solved} /> {t.solvedOnly}</label>
      <button type="submit" class="button button-quiet">{t.apply}</button>
    </form>
  );
}
