import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { linesOf, treeOf } from '../parts/category-tree.js';
import { Field, LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { basedOnIn, Present } from '../parts/present.view.js';
import type { RefusedForm } from './admin.controller.js';
import type { adminOperation } from './admin.operation.js';

type State = ResultOf<typeof adminOperation>;
type Category = State['categories'][number];

interface Props {
  page: Page;
  state: State;
  refused: RefusedForm | null;
  done: boolean;
}

export function AdminView({ page, state, refused, done }: Props) {
  const t = page.texts.admin;
  const lines = linesOf(treeOf(state.categories));
  return (
    <Layout page={page} title={t.title} path="/admin" hidden>
      <h1>{t.title}</h1>
      <ul class="settings-elsewhere">
        <li><a href={page.href('/admin/start')}>{page.texts.company.steps.title}</a></li>
        <li><a href={page.href('/admin/community')}>{page.texts.company.brand.link}</a></li>
        <li><a href={page.href('/admin/invitations')}>{page.texts.invitations.title}</a></li>
        <li><a href={page.href('/admin/mailbox')}>{page.texts.mailbox.title}</a></li>
        <li><a href={page.href('/admin/private-data')}>{page.texts.privateData.patternsTitle}</a></li>
        <li><a href={page.href('/admin/legal')}>{page.texts.legal.adminTitle}</a></li>
      </ul>
      {done && <Notice kind="done"><p>{t.done}</p></Notice>}
      <div class="two-ways">
        <section aria-labelledby="admin-categories">
          <h2 id="admin-categories">{t.categories}</h2>
          {lines.length === 0 ? <p class="empty">{t.none}</p> : <p class="field-hint">{t.counted}</p>}
          {lines.map(({ category, depth }) => <CategoryEdit key={category.id} page={page} category={category} depth={depth} refused={refused?.form === category.id ? refused : null} />)}
          <NewCategory page={page} lines={lines} refused={refused?.form === 'category' ? refused : null} />
        </section>
        <section aria-labelledby="admin-tags">
          <h2 id="admin-tags">{t.tags}</h2>
          {state.tags.length === 0 ? <p class="empty">{t.none}</p> : <ul class="tags">{state.tags.map(({ name }) => <li key={name}><span class="tag">{name}</span></li>)}</ul>}
          <NewTag page={page} refused={refused?.form === 'tag' ? refused : null} />
        </section>
      </div>
    </Layout>
  );
}

function CategoryEdit({ page, category, depth, refused }: { page: Page; category: Category; depth: number; refused: RefusedForm | null }) {
  const t = page.texts.admin;
  const typed = refused?.fields ?? { name: category.name, description: category.description, position: String(category.position) };
  const common = { problem: refused?.problem, prefix: `${category.id}-` };
  return (
    <details class={`admin-category admin-depth-${Math.min(depth, 3)}`} open={refused !== null}>
      <summary><strong>{category.name}</strong> <span class="meta">/c/{category.slug} · {page.texts.lists.threads(category.threadCount)}</span></summary>
      <form method="post" action={page.href(`/admin/categories/${category.id}`)}>
        <ProblemNotice problem={refused?.problem} />
        <Present page={page} {...common} lines={[[t.name, category.name], [t.description, category.description], [t.position, String(category.position)]]} />
        <MutationId page={page} />
        <input type="hidden" name="basedOn" value={basedOnIn(refused?.problem, refused?.fields, category.version)} />
        <LineField {...common} name="name" label={t.name} value={typed['name']} />
        <LineField {...common} name="description" label={t.description} hint={t.descriptionHint} value={typed['description']} />
        <LineField {...common} name="position" label={t.position} hint={t.positionHint} value={typed['position']} inputmode="numeric" />
        <button type="submit" class="button">{t.save}</button>
      </form>
      <p><a href={page.href(`/admin/categories/${category.id}/fields`)}>{page.texts.fields.link}</a></p>
    </details>
  );
}

function NewCategory({ page, lines, refused }: { page: Page; lines: { category: Category; depth: number }[]; refused: RefusedForm | null }) {
  const t = page.texts.admin;
  const typed = refused?.fields ?? {};
  const common = { problem: refused?.problem, prefix: 'new-category-' };
  return (
    <form class="card" method="post" action={page.href('/admin/categories')}>
      <h3>{t.newCategory}</h3>
      <ProblemNotice problem={refused?.problem} />
      <MutationId page={page} />
      <LineField {...common} name="name" label={t.name} value={typed['name'] ?? ''} />
      <LineField {...common} name="slug" label={t.slug} hint={t.slugHint} optional={page.texts.ask.optional} value={typed['slug'] ?? ''} />
      <LineField {...common} name="description" label={t.description} hint={t.descriptionHint} optional={page.texts.ask.optional} value={typed['description'] ?? ''} />
      <Field {...common} name="parentId" label={t.parent}>
        {(control) => (
          <select {...control}>
            <option value="">{t.noParent}</option>
            {lines.map(({ category, depth }) => <option key={category.id} value={category.id} selected={category.id === typed['parentId']}>{'\u2003'.repeat(depth) + category.name}</option>)}
          </select>
        )}
      </Field>
      <LineField {...common} name="position" label={t.position} hint={t.positionHint} optional={page.texts.ask.optional} value={typed['position'] ?? ''} inputmode="numeric" />
      <button type="submit" class="button">{t.create}</button>
    </form>
  );
}

function NewTag({ page, refused }: { page: Page; refused: RefusedForm | null }) {
  const t = page.texts.admin;
  return (
    <form class="card" method="post" action={page.href('/admin/tags')}>
      <h3>{t.newTag}</h3>
      <ProblemNotice problem={refused?.problem} />
      <MutationId page={page} />
      <LineField name="name" prefix="new-tag-" label={t.name} hint={t.tagHint} value={refused?.fields['name'] ?? ''} problem={refused?.problem} />
      <button type="submit" class="button">{t.createTag}</button>
    </form>
  );
}
