import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { FollowButton } from '../following/follow-button.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { memberOperation } from './member.operation.js';
import { ClaimForm } from './claim-form.view.js';
import { RoleForm } from './role-form.view.js';

type Member = NonNullable<ResultOf<typeof memberOperation>['member']>;

interface Props {
  page: Page;
  member: Member;
  problem: ProblemParts | null;
  done: boolean;
  unclaimed: boolean;
  /** What was typed for an account that is handed over. */
  email: string;
}

export function MemberView({ page, member, problem, done, unclaimed, email }: Props) {
  const t = page.texts.people;
  const since = new Date(member.createdAt);
  const role = t.roles[member.role];
  return (
    <Layout page={page} title={member.name} hidden>
      {done && <Notice kind="done"><p>{page.texts.admin.done}</p></Notice>}
      <ProblemNotice problem={problem} />
      <div class="profile">
        <span class="profile-sign" aria-hidden="true">{[...member.name][0]}</span>
        <div>
          <h1><bdi>{member.name}</bdi></h1>
          <p class="meta">
            {role ? <span class={`role role-${member.role}`} title={t.roleHints[member.role]}>{role}</span> : <span>{t.customer}</span>}
            <span>{t.memberSince} <time datetime={member.createdAt} title={page.texts.exact(since)}>{page.texts.day(since)}</time></span>
          </p>
        </div>
      </div>
      {page.member && (`mem_${page.member.key}` === member.id ? (
        <p class="list-acts"><a class="button button-quiet" href={page.href('/following')}>{page.texts.following.title}</a><a class="button button-quiet" href={page.href('/bookmarks')}>{page.texts.following.bookmarks}</a></p>
      ) : (
        <div class="list-acts"><FollowButton page={page} targetId={member.id} following={member.viewer.following} /></div>
      ))}
      {page.member && member.id === `mem_${page.member.key}` && <p class="more"><a href={page.href('/drafts')}>{page.texts.drafts.title}</a></p>}
      {page.member && `mem_${page.member.key}` === member.id && <p><a class="button" href={page.href('/settings')}>{page.texts.settings.link}</a></p>}
      {page.member?.isAdmin && <RoleForm page={page} id={member.id} role={member.role} />}
      {unclaimed && <ClaimForm page={page} id={member.id} email={email} problem={problem} />}
    </Layout>
  );
}
