import type { Page } from '../page/visit.js';
import { Field } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';

const ROLES = ['customer', 'superUser', 'staff', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export function givenRole(text: string | undefined): Role | undefined {
  return ROLES.find((role) => role === text);
}

/** For admins: what the member may do. */
export function RoleForm({ page, id, role }: { page: Page; id: string; role: Role }) {
  const t = page.texts.people;
  return (
    <form class="card" method="post" action={page.href(`/m/${id.slice('mem_'.length)}/role`)}>
      <MutationId page={page} />
      <Field name="role" label={t.role} hint={t.roleHint}>
        {(control) => <select {...control}>{ROLES.map((each) => <option key={each} value={each} selected={each === role}>{t.roleNames[each]}</option>)}</select>}
      </Field>
      <button type="submit" class="button">{page.texts.admin.save}</button>
    </form>
  );
}
