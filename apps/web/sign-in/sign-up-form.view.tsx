import type { ProblemParts } from '../graphql/problem.fragment.js';
import { AgreeAtSignUp } from '../legal/agree.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { DraftFields } from './draft-fields.view.js';
import { addressOf, type Draft } from './sent.form.js';

/** A form that was refused: what was typed, but for the password, and why. */
export interface SignUpState {
  name: string;
  email: string;
  agrees: boolean;
  problem: ProblemParts;
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
      <LineField name="password" prefix="new-" label={t.password} hint={t.passwordHint} type="password" autocomplete="new-password" required problem={problem} />
      <AgreeAtSignUp page={page} agrees={state?.agrees ?? false} problem={problem} />
      <button type="submit" class="button">{draft ? t.draftSignUp : t.signUp}</button>
    </form>
  );
}
