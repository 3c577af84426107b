import { ContactKind, WAYS_MOST } from '#company';
import type { ResultOf } from '../graphql/document.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { communityOperation } from './community.operation.js';
import type { WayData } from './way.fragment.js';
import type { RefusedWay } from './ways.controller.js';

type Community = ResultOf<typeof communityOperation>['community'];

interface Props {
  page: Page;
  community: Community;
  refused: RefusedWay | null;
}

export function Ways({ page, community, refused }: Props) {
  const t = page.texts.company.ways;
  const { contactWays: ways } = community;
  const refusedAt = (place: number) => (refused?.place === place ? refused : null);
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t.title}</h2>
      <p class="field-hint">{t.intro} <a href={page.href('/contact')}>{t.look}</a></p>
      {ways.length === 0 && <p class="empty">{t.none}</p>}
      {ways.map((way, at) => <WayEdit key={at} page={page} way={way} place={at + 1} last={ways.length} version={community.version} refused={refusedAt(at + 1)} />)}
      {ways.length < WAYS_MOST || refusedAt(0) ? (
        <details class="way-new" open={ways.length === 0 || refusedAt(0) !== null}>
          <summary><span class="button button-quiet">{t.add}</span></summary>
          <form method="post" action={page.href('/admin/community/ways')}>
            <WayFields page={page} value={refusedAt(0)?.typed ?? {}} refused={refusedAt(0)} prefix="new-way-" version={community.version} />
            <p class="form-acts"><button type="submit" class="button">{t.addButton}</button></p>
          </form>
        </details>
      ) : <p class="field-hint">{t.full}</p>}
    </section>
  );
}

function WayEdit({ page, way, place, last, version, refused }: { page: Page; way: WayData; place: number; last: number; version: number; refused: RefusedWay | null }) {
  const t = page.texts.company.ways;
  return (
    <details class="admin-category way" open={refused !== null}>
      <summary><strong>{way[page.language].label}</strong> <span class="meta">{page.texts.company.contact.kinds[way.kind]}</span></summary>
      <form method="post" action={page.href(`/admin/community/ways/${place}`)}>
        <WayFields page={page} value={refused?.typed ?? typedOf(way)} refused={refused} prefix={`way-${place}-`} version={version} />
        <p class="form-acts">
          <button type="submit" class="button">{t.save}</button>
          {place > 1 && <button type="submit" class="button button-quiet" name="act" value="up">{t.up}</button>}
          {place < last && <button type="submit" class="button button-quiet" name="act" value="down">{t.down}</button>}
          <button type="submit" class="button button-quiet" name="act" value="remove">{t.remove}</button>
        </p>
      </form>
    </details>
  );
}

function WayFields({ page, value, refused, prefix, version }: { page: Page; value: Fields; refused: RefusedWay | null; prefix: string; version: number }) {
  const t = page.texts.company.ways;
  const problem = refused?.problem;
  const { optional } = page.texts.ask;
  const line = (name: string, label: string, hint?: string) => <LineField name={name} label={label} hint={hint} value={value[name] ?? ''} problem={problem} prefix={prefix} optional={/label|address/.test(name) ? '' : optional} autocomplete="off" />;
  return (
    <>
      <ProblemNotice problem={problem} />
      <MutationId page={page} />
      <input type="hidden" name="basedOn" value={refused && refused.problem.__typename !== 'Conflict' ? (refused.typed['basedOn'] ?? '') : String(version)} />
      <Field name="kind" label={t.kind} problem={problem} prefix={prefix}>
        {(control) => <select {...control}>{Object.values(ContactKind).map((kind) => <option key={kind} value={kind} selected={kind === value['kind']}>{page.texts.company.contact.kinds[kind]}</option>)}</select>}
      </Field>
      {line('address', t.address, t.addressHint)}
      {line('de.label', t.labelDe)}
      {line('en.label', t.labelEn)}
      {line('hours', t.hours, t.hoursHint)}
      {line('de.hoursNote', t.hoursNoteDe, t.hoursNoteHint)}
      {line('en.hoursNote', t.hoursNoteEn)}
      {line('de.cost', t.costDe, t.costHint)}
      {line('en.cost', t.costEn)}
      {line('de.note', t.noteDe, t.noteHint)}
      {line('en.note', t.noteEn)}
    </>
  );
}

function typedOf({ kind, address, hours, de, en }: WayData): Fields {
  const texts = (language: string, said: WayData['de']) => Object.entries(said).map(([name, text]) => [`${language}.${name}`, text]);
  return Object.fromEntries([['kind', kind], ['address', address], ['hours', hours], ...texts('de', de), ...texts('en', en)]) as Fields;
}
