import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';

interface Props {
  page: Page;
  id: string;
  email: string;
  problem: ProblemParts | null;
}

/** For admins, on an imported account that nobody has yet. */
export function ClaimForm({ page, id, email, problem }: Props) {
  const t = page.texts.people;
  return (
    <form class="card" method="post" action={page.href(`/m/${id.slice('mem_'.length)}/claim`)}>
      <h2>{t.claim}</h2>
      <p class="field-hint">{t.claimHint}</p>
      <MutationId page={page} />
      <LineField name="email" label={t.email} type="email" value={email} problem={problem} autocomplete="off" />
      <LineField name="password" label={t.claimPassword} hint={t.passwordHint} type="password" problem={problem} autocomplete="new-password" />
      <button type="submit" class="button">{t.claimSend}</button>
    </form>
  );
}
