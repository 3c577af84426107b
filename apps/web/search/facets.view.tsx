import type { FragmentOf } from '../graphql/document.js';
import type { Child } from '../html/html.js';
import type { Page } from '../page/visit.js';
import { type Nested, treeOf } from '../parts/category-tree.js';
import type { facetParts } from './facets.fragment.js';
import { choosing, everywhere, type Facet, FACETS, type Searched, searchPath } from './searched.js';

type FacetData = FragmentOf<typeof facetParts>;

interface Props {
  page: Page;
  searched: Searched;
  facets: FacetData;
}

/** What the search can be narrowed to, as links: each says how much one finds behind it. */
export function Facets({ page, searched, facets }: Props) {
  const t = page.texts.search;
  const choice = (facet: Facet, value: string, label: Child, { count, chosen }: { count: number; chosen: boolean }) => (
    <Choice page={page} path={choosing(searched, facet, chosen ? '' : value)} label={label} count={count} chosen={chosen} />
  );
  const group = (facet: Facet, counts: readonly { count: number; chosen: boolean; value: string }[], label: (value: string) => string) => (
    <Group title={t.facets[facet]} show={counts.length > 1 || counts.some(({ chosen }) => chosen)}>
      <ul>{counts.map((each) => <li key={each.value}>{choice(facet, each.value, label(each.value), each)}</li>)}</ul>
    </Group>
  );
  const tree = treeOf(facets.categories.map((each) => ({ ...each.value, of: each })));
  const branch = (nested: readonly Nested<(typeof tree)[number]['category']>[]): Child => (
    <ul>
      {nested.map(({ category, children }) => (
        <li key={category.slug}>
          {choice('category', category.slug, category.name, category.of)}
          {children.length > 0 && isOpen({ category, children }) && branch(children)}
        </li>
      ))}
    </ul>
  );
  return (
    <nav class="facets" id="facets" tabindex={-1} aria-labelledby="facets-title">
      <h2 id="facets-title">{t.filters}</h2>
      <Group title={t.facets.category} show={tree.length > 0}>{branch(tree)}</Group>
      {group('tag', facets.tags.map((each) => ({ ...each, value: each.value.name })), (tag) => tag)}
      {group('state', facets.states, (state) => t.states[state as keyof typeof t.states])}
      {group('kind', facets.kinds, (kind) => t.kinds[kind as keyof typeof t.kinds])}
      {group('language', facets.languages, (language) => t.languages[language as keyof typeof t.languages])}
    </nav>
  );
}

/** The categories below one that was chosen, and the way down to it. */
function isOpen({ category, children }: Nested<{ of: { chosen: boolean } }>): boolean {
  return category.of.chosen || children.some(isOpen);
}

function Group({ title, show, children }: { title: string; show: boolean; children: Child }) {
  if (!show) return null;
  return <section class="facet"><h3>{title}</h3>{children}</section>;
}

function Choice({ page, path, label, count, chosen }: { page: Page; path: string; label: Child; count: number; chosen: boolean }) {
  const t = page.texts.search;
  return (
    <a class="choice" href={page.href(path)} rel="nofollow" aria-current={chosen ? 'true' : undefined}>
      <span>{label}</span> <span class="choice-count">{count.toLocaleString(page.language)}<span class="unseen"> {t.resultsWord(count)}{chosen ? `, ${t.chosen}` : ''}</span></span>
    </a>
  );
}

/** What was chosen, each to be taken back. */
export function Chosen({ page, searched, categories }: { page: Page; searched: Searched; categories: readonly { slug: string; name: string }[] }) {
  const t = page.texts.search;
  const chosen = FACETS.filter((facet) => searched[facet] !== '');
  if (chosen.length === 0) return null;
  return (
    <div class="chosen" role="group" aria-label={t.chosenLabel}>
      <ul>
        {chosen.map((facet) => (
          <li key={facet}>
            <a class="chip" href={page.href(choosing(searched, facet, ''))}>
              <span class="chip-what"><span class="chip-of">{t.facets[facet]}:</span> {chosenName(page, searched, facet, categories)}</span> <span aria-hidden="true">×</span><span class="unseen">, {t.takeBack}</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={page.href(searchPath(everywhere(searched)))}>{t.showAll}</a>
    </div>
  );
}

/** What was chosen, as people call it; as the address says it where nothing is called so. */
export function chosenName(page: Page, searched: Searched, facet: Facet, categories: readonly { slug: string; name: string }[]): string {
  const t = page.texts.search;
  switch (facet) {
    case 'category': return categories.find(({ slug }) => slug === searched.category)?.name ?? searched.category;
    case 'tag': return searched.tag;
    case 'state': return searched.state && t.states[searched.state];
    case 'kind': return searched.kind && t.kinds[searched.kind];
    case 'language': return searched.language && t.languages[searched.language];
  }
}
