import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { DraftFields } from './draft-fields.view.js';
import { addressOf, type Draft } from './sent.form.js';

/** A form that did not get anybody in: the address typed, and why. */
export interface SignInState {
  email: string;
  message: string;
}

export function SignInForm({ page, state, email = '', draft, next }: { page: Page; state: SignInState | undefined; email?: string; draft: Draft | null; next: string }) {
  const t = page.texts.people;
  return (
    <form method="post" action={page.href('/sign-in')} data-typed-in={draft ? addressOf(draft) : undefined}>
      <ProblemNotice problem={state} />
      <DraftFields draft={draft} next={next} />
      <LineField name="email" prefix="known-" label={t.email} type="email" autocomplete="username" required value={state?.email ?? email} />
      <LineField name="password" prefix="known-" label={t.password} type="password" autocomplete="current-password" required />
      <button type="submit" class="button">{draft ? t.draftSignIn : t.signIn}</button>
    </form>
  );
}
