import type { ProblemParts } from '../graphql/problem.fragment.js';
import { AgreeAtSignUp } from '../legal/agree.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { Writing } from '../screening/writing.view.js';
import { DraftFields } from './draft-fields.view.js';
import { addressOf, type Draft } from './sent.form.js';

/** A form that was refused: what was typed, but for the password, and why. */
export interface SignUpState {
  name: string;
  email: string;
  agrees: boolean;
  problem: ProblemParts;
  /** The address has an account. Told only where a new member would go in at once; elsewhere every sign-up looks the same (SignUpService). */
  isKnown: boolean;
}

export function SignUpForm({ page, state, draft, next }: { page: Page; state: SignUpState | undefined; draft: Draft | null; next: string }) {
  const t = page.texts.people;
  const problem = state?.problem;
  // no minlength or pattern: the browser would refuse in its own language and words; the server's sentences stand beside the fields
  return (
    <form method="post" action={page.href('/sign-up')} data-typed-in={draft ? addressOf(draft) : undefined}>
      <ProblemNotice problem={problem} />
      <DraftFields draft={draft} next={next} />
      <LineField name="name" prefix="new-" label={t.name} hint={t.nameHint} autocomplete="nickname" required value={state?.name ?? ''} problem={problem} />
      <LineField name="email" prefix="new-" label={t.email} hint={t.emailHint} type="email" autocomplete="email" required value={state?.email ?? ''} problem={problem} />
      {state?.isKnown && <p class="field-hint">{draft ? <a href="#known-email">{page.texts.page.signIn}</a> : <a href={page.href(`/sign-in?${carried(state.email, next)}`)}>{page.texts.page.signIn}</a>} {t.or} <a href={page.href(`/forgot?${carried(state.email, '')}`)}>{page.texts.address.forgot}</a></p>}
      <LineField name="password" prefix="new-" label={t.password} hint={t.passwordHint} type="password" autocomplete="new-password" required problem={problem} />
      <Writing page={page} fresh={false} always />
      <AgreeAtSignUp page={page} agrees={state?.agrees ?? false} problem={problem} />
      <button type="submit" class="button">{draft ? t.draftSignUp : t.signUp}</button>
    </form>
  );
}

/** What was typed, for the form that it belongs into. */
function carried(email: string, next: string): string {
  return new URLSearchParams({ email, ...(next ? { next } : {}) }).toString();
}
