import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { Breadcrumb } from '../parts/breadcrumb.view.js';
import { LineField, TextField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { basedOnIn, Present } from '../parts/present.view.js';
import { fieldLabel } from './field-inputs.view.js';
import type { RefusedField } from './fields.controller.js';
import type { fieldsOperation } from './fields.operation.js';

type Category = ResultOf<typeof fieldsOperation>['categories'][number];

export function FieldsView({ page, category, refused }: { page: Page; category: Category; refused: RefusedField | null }) {
  const t = page.texts.fields;
  const path = `/admin/categories/${category.id}/fields`;
  const own = category.fields.filter(({ categoryId }) => categoryId === category.id);
  const above = category.fields.filter(({ categoryId }) => categoryId !== category.id);
  const refusedFor = (form: string) => (refused?.form === form ? refused : null);
  return (
    <Layout page={page} title={t.title(category.name)} path={path} hidden>
      <Breadcrumb page={page} crumbs={[{ name: page.texts.admin.title, path: '/admin' }]} />
      <div class="reading">
        <h1>{t.title(category.name)}</h1>
        <p class="intro">{t.intro}</p>
        {above.length > 0 && <p>{t.inherited}: {above.map((field) => fieldLabel(page, field)).join(', ')}</p>}
        {own.length === 0 && <p class="empty">{t.none}</p>}
        {own.map((field) => (
          <details key={field.id} class="admin-category" open={refusedFor(field.id) !== null}>
            <summary><strong>{fieldLabel(page, field)}</strong> <span class="meta">{field.key}</span></summary>
            <FieldForm
              page={page} action={`${path}/${field.id}`} form={field.id} field={field} refused={refusedFor(field.id)}
              typed={{ labelDe: field.labelDe, labelEn: field.labelEn, choices: (field.choices ?? []).join('\n'), position: String(field.position), ...(field.required ? { required: '1' } : {}) }}
            />
          </details>
        ))}
        <FieldForm page={page} action={path} form="new" refused={refusedFor('new')} typed={{}} />
      </div>
    </Layout>
  );
}

function FieldForm({ page, action, form, field, refused, typed: known }: { page: Page; action: string; form: string; field?: Category['fields'][number]; refused: RefusedField | null; typed: Fields }) {
  const t = page.texts.fields;
  const typed = refused?.typed ?? known;
  const common = { problem: refused?.problem, prefix: `${form}-` };
  const isNew = form === 'new';
  return (
    <form class={isNew ? 'card' : ''} method="post" action={page.href(action)}>
      {isNew && <h2>{t.add}</h2>}
      <ProblemNotice problem={refused?.problem} />
      {field && <Present page={page} {...common} lines={[[t.labelDe, field.labelDe], [t.labelEn, field.labelEn], [t.choices, (field.choices ?? []).join(', ')], [page.texts.admin.position, String(field.position)], [t.required, field.required ? page.texts.fields.yes : page.texts.fields.no]]} />}
      <MutationId page={page} />
      {field && <input type="hidden" name="basedOn" value={basedOnIn(refused?.problem, refused?.typed, field.version)} />}
      {isNew && <LineField {...common} name="key" label={t.key} hint={t.keyHint} value={typed['key'] ?? ''} autocapitalize="none" />}
      <LineField {...common} name="labelDe" label={t.labelDe} value={typed['labelDe'] ?? ''} />
      <LineField {...common} name="labelEn" label={t.labelEn} value={typed['labelEn'] ?? ''} />
      <TextField {...common} name="choices" label={t.choices} hint={t.choicesHint} rows={4} value={typed['choices'] ?? ''} />
      <LineField {...common} name="position" label={page.texts.admin.position} hint={page.texts.admin.positionHint} optional={page.texts.ask.optional} value={typed['position'] ?? ''} inputmode="numeric" />
      <label class="check"><input type="checkbox" name="required" value="1" checked={typed['required'] !== undefined} /> {t.required}</label>
      <p class="form-acts">
        <button type="submit" class="button">{isNew ? t.create : page.texts.admin.save}</button>
        {!isNew && <button type="submit" class="button button-quiet" name="act" value="remove">{t.remove}</button>}
      </p>
    </form>
  );
}
