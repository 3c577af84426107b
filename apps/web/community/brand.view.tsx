import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { communityOperation } from './community.operation.js';
import { Swatches } from './swatches.view.js';
import { ZoneField } from './zones.view.js';
import type { RefusedWay } from './ways.controller.js';
import { Ways } from './ways.view.js';

type Community = ResultOf<typeof communityOperation>['community'];

interface Props {
  page: Page;
  community: Community;
  /** What the form of name and look was sent with: refused, or to be looked at. */
  typed: Fields | null;
  problem: ProblemParts | null;
  done: boolean;
  ways: RefusedWay | null;
}

export function BrandView({ page, community, typed, problem, done, ways }: Props) {
  const t = page.texts.company.brand;
  return (
    <Layout page={page} title={t.title} path="/admin/community" hidden>
      <h1>{t.title}</h1>
      <p><a href={page.href('/admin')}>{page.texts.admin.title}</a></p>
      {done && <Notice kind="done"><p>{t.done}</p></Notice>}
      <div class="two-ways">
        <section aria-labelledby="look">
          <h2 id="look">{t.formTitle}</h2>
          <BrandForm page={page} community={community} typed={typed} problem={problem} />
        </section>
        <Ways page={page} community={community} refused={ways} />
      </div>
    </Layout>
  );
}

function BrandForm({ page, community, typed, problem }: { page: Page; community: Community; typed: Fields | null; problem: ProblemParts | null }) {
  const t = page.texts.company.brand;
  const { optional } = page.texts.ask;
  const value = typed ?? { name: community.name, claimDe: community.claim.de, claimEn: community.claim.en, brand: community.brand ?? '', accent: community.accent ?? '', timeZone: community.timeZone };
  const line = (name: 'name' | 'claimDe' | 'claimEn' | 'brand' | 'accent') => ({ name, label: t[name], value: value[name] ?? '', problem });
  const brand = colourIn(value['brand']);
  return (
    <form class="card" method="post" enctype="multipart/form-data" action={page.href('/admin/community')}>
      <ProblemNotice problem={problem} />
      <MutationId page={page} />
      <input type="hidden" name="basedOn" value={problem?.__typename === 'Conflict' ? String(community.version) : (typed?.['basedOn'] ?? String(community.version))} />
      <LineField {...line('name')} hint={t.nameHint} />
      <LineField {...line('claimDe')} hint={t.claimHint} optional={optional} />
      <LineField {...line('claimEn')} optional={optional} />
      <LineField {...line('brand')} hint={t.brandHint} optional={optional} autocapitalize="none" autocomplete="off" />
      <LineField {...line('accent')} hint={t.accentHint} optional={optional} autocapitalize="none" autocomplete="off" />
      {brand && (
        <section class="field" aria-labelledby="preview">
          <h3 id="preview">{t.previewTitle}</h3>
          <Swatches page={page} name={value['name'] || community.name} brand={brand} accent={colourIn(value['accent'])} />
        </section>
      )}
      <ZoneField page={page} present={community.timeZone} chosen={value['timeZone'] ?? ''} problem={problem} />
      {community.logo && <p class="field"><img class="logo-now" src={community.logo.path} width={community.logo.width} height={community.logo.height} alt={t.logoNow} /></p>}
      <Field name="logo" label={t.logo} hint={typed && !problem ? t.previewLogo : t.logoHint} optional={optional} problem={problem}>
        {(control) => <input {...control} type="file" accept="image/png,image/jpeg,image/webp,image/gif,image/avif" />}
      </Field>
      {community.logo && <label class="check"><input type="checkbox" name="removeLogo" value="1" checked={Boolean(value['removeLogo'])} /> {t.logoRemove}</label>}
      <p class="form-acts">
        <button type="submit" class="button">{t.save}</button>
        <button type="submit" class="button button-quiet" name="act" value="preview">{t.preview}</button>
      </p>
    </form>
  );
}

/** As it can be drawn; what is no colour is told at its field once it is saved. */
function colourIn(typed = ''): string {
  const colour = typed.trim().toLowerCase();
  return /^#[0-9a-f]{6}$/.test(colour) ? colour : '';
}
