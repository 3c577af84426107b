import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Breadcrumb } from '../parts/breadcrumb.view.js';
import { LineField } from '../parts/field.view.js';
import { tagPath } from '../parts/tag-links.view.js';
import type { tagsOperation } from './tags.operation.js';

interface Props {
  page: Page;
  tags: ResultOf<typeof tagsOperation>['tags'];
  startsWith: string;
  /** Whether there may be more of them. */
  isCut: boolean;
}

export function TagsView({ page, tags, startsWith, isCut }: Props) {
  const t = page.texts.lists;
  return (
    <Layout page={page} title={t.tagsAll} path="/tags" hidden={startsWith !== ''}>
      <Breadcrumb page={page} crumbs={[]} />
      <div class="reading">
        <h1>{t.tagsAll}</h1>
        <p class="intro">{t.tagsIntro}</p>
        <form action={page.href('/tags')}>
          <LineField name="q" label={t.tagsBegin} value={startsWith} autocomplete="off" autocapitalize="none" />
          <p class="form-acts"><button type="submit" class="button button-quiet">{t.tagsFind}</button></p>
        </form>
        {tags.length === 0 && <p class="empty">{t.tagsNone}</p>}
        <ul class="tags all-tags">{tags.map(({ name, threadCount }) => <li key={name}><a class="tag" href={page.href(tagPath(name))}>{name}</a> <span>{threadCount}</span></li>)}</ul>
        {isCut && <p class="field-hint">{t.tagsCut(tags.length)}</p>}
      </div>
    </Layout>
  );
}
