import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { Field } from '../parts/field.view.js';
import { AGREES } from './agreeing.js';

/** In a form of somebody who has to agree to new house rules before they write. */
export function AgreeField({ page }: { page: Page }) {
  const t = page.texts.legal;
  if (!page.member?.mustAgree) return null;
  return <p class="agree"><label><input type="checkbox" name={AGREES} value={page.rules} checked={page.member.ticked ?? false} /> {t.agreeAgain}</label> <RulesBeside page={page} /></p>;
}

/** In a tab of its own: what was typed stands only in this one. */
function RulesBeside({ page }: { page: Page }) {
  const t = page.texts.legal;
  return <a href={page.href('/rules')} target="_blank" rel="noopener">{t.read} <span class="unseen">{t.newTab}</span></a>;
}

/** At sign-up. */
export function AgreeAtSignUp({ page, agrees, problem }: { page: Page; agrees: boolean; problem: ProblemParts | undefined }) {
  const t = page.texts.legal;
  if (page.rules === 0) return null;
  return (
    <Field name="rules" prefix="new-" label={t.names.rules} hint={<RulesBeside page={page} />} problem={problem}>
      {(control) => <p class="agree"><label><input type="checkbox" {...control} value={page.rules} checked={agrees} aria-label={t.agree} /> {t.agree}</label></p>}
    </Field>
  );
}

/** On every page, until they have agreed. `here`: where they go on; a form that came back has an address of its own, at which there is no page. */
export function AgreeNotice({ page, here }: { page: Page; here: string }) {
  const t = page.texts.legal;
  return (
    <aside class="notice notice-hint agree-notice" aria-label={t.changed}>
      <p>{t.changed} {t.changedHint} <a href={page.href('/rules')}>{t.read}</a></p>
      <form method="post" action={page.href('/rules/agree')}>
        <input type="hidden" name="number" value={page.rules} />
        <input type="hidden" name="next" value={page.href(here)} />
        <button type="submit" class="button button-quiet">{t.agree}</button>
      </form>
    </aside>
  );
}
