import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import type { memberOperation } from './member.operation.js';

type Member = NonNullable<ResultOf<typeof memberOperation>['member']>;

export function MemberView({ page, member }: { page: Page; member: Member }) {
  const t = page.texts.people;
  const since = new Date(member.createdAt);
  const role = t.roles[member.role];
  return (
    <Layout page={page} title={member.name} hidden>
      <div class="profile">
        <span class="profile-sign" aria-hidden="true">{[...member.name][0]}</span>
        <div>
          <h1><bdi>{member.name}</bdi></h1>
          <p class="meta">
            {role ? <span class={`role role-${member.role}`} title={t.roleHints[member.role]}>{role}</span> : <span>{t.customer}</span>}
            <span>{t.memberSince} <time dateTime={member.createdAt} title={page.texts.exact(since)}>{page.texts.day(since)}</time></span>
          </p>
        </div>
      </div>
    </Layout>
  );
}
