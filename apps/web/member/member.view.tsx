import type { ResultOf } from '../graphql/document.js';
import { BadgeList } from '../helpers/badges.view.js';
import { Layout } from '../page/layout.view.js';
import { feedPath } from '../found/feed.path.js';
import { hueOf, initials } from '../parts/initials.js';
import { memberPath } from '../parts/member-name.view.js';
import type { Page } from '../page/visit.js';
import { FollowButton } from '../following/follow-button.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { PostRow } from '../parts/post-row.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { memberOperation } from './member.operation.js';
import { ClaimForm } from './claim-form.view.js';
import { MuteButton } from './mute-button.view.js';
import { RoleForm } from './role-form.view.js';

const TEAM: readonly string[] = ['staff', 'admin'];

type Member = NonNullable<ResultOf<typeof memberOperation>['member']>;

interface Props {
  page: Page;
  member: Member;
  /** Which of their posts. */
  shown: 'openings' | 'answers';
  problem: ProblemParts | null;
  done: boolean;
  unclaimed: boolean;
  /** What was typed for an account that is handed over. */
  email: string;
}

export function MemberView({ page, member, shown, problem, done, unclaimed, email }: Props) {
  const t = page.texts.people;
  const since = new Date(member.createdAt);
  const role = t.roles[member.role];
  const isMuted = page.member?.muted.some((key) => member.id === `mem_${key}`) ?? false;
  return (
    <Layout page={page} title={member.name} hidden feed={feedPath(memberPath(member))}>
      {done && <Notice kind="done"><p>{page.texts.admin.done}</p></Notice>}
      <ProblemNotice problem={problem} />
      <div class="profile">
        <span class={`profile-sign hue-${hueOf(member)}`} aria-hidden="true">{initials(member.name)}</span>
        <div>
          <h1><bdi>{member.name}</bdi></h1>
          <p class="meta">
            {role ? <span class={`role role-${member.role}`} title={t.roleHints[member.role]}>{role}</span> : <span>{page.texts.standing.ranks[member.rank] ?? t.customer}</span>}
            <span>{t.memberSince} <time datetime={member.createdAt} title={page.texts.exact(since)}>{page.texts.day(since)}</time></span>
            {member.points !== 0 && <span>{page.texts.standing.profile(member.points)}</span>}
          </p>
          <BadgeList page={page} badges={member.badges} />
        </div>
      </div>
      {page.member && (`mem_${page.member.key}` === member.id ? (
        <p class="list-acts"><a class="button" href={page.href('/settings')}>{page.texts.settings.link}</a><a class="button button-quiet" href={page.href('/standing')}>{page.texts.standing.link}</a><a class="button button-quiet" href={page.href('/following')}>{page.texts.following.title}</a><a class="button button-quiet" href={page.href('/bookmarks')}>{page.texts.following.bookmarks}</a><a class="button button-quiet" href={page.href('/drafts')}>{page.texts.drafts.title}</a></p>
      ) : (
        <>
        {isMuted && <Notice kind="hint"><p>{page.texts.keeping.mutedHint}</p></Notice>}
        <div class="list-acts"><FollowButton page={page} targetId={member.id} following={member.viewer.following} />{page.member.isStaff && <a class="button button-quiet" href={page.href(`${memberPath(member)}/standing`)}>{page.texts.standing.linkOf}</a>}{page.member.keepsOrder && !TEAM.includes(member.role) && <a class="button button-quiet" href={page.href(`${memberPath(member)}/sanction`)}>{page.texts.sanctions.sanction}</a>}{!TEAM.includes(member.role) && <MuteButton page={page} id={member.id} isMuted={isMuted} />}</div>
        </>
      ))}
      <Wrote page={page} member={member} shown={shown} />
      {page.member?.isAdmin && <RoleForm page={page} id={member.id} role={member.role} />}
      {unclaimed && <ClaimForm page={page} id={member.id} email={email} problem={problem} />}
    </Layout>
  );
}

/** What they asked, or what they answered. */
function Wrote({ page, member, shown }: Pick<Props, 'page' | 'member' | 'shown'>) {
  const t = page.texts.people;
  const path = `/m/${member.id.replace('mem_', '')}`;
  const list = shown === 'answers' ? member.answers : member.openings;
  const isOwn = page.member !== null && member.id === `mem_${page.member.key}`;
  if (!list) return null;
  return (
    <section class="wrote" aria-label={t.wrote}>
      <nav class="filters" aria-label={t.wrote}>
        <a href={page.href(path)} aria-current={shown === 'openings' ? 'page' : undefined}>{t.shown.openings}</a>
        <a href={page.href(`${path}?show=answers`)} aria-current={shown === 'answers' ? 'page' : undefined}>{t.shown.answers}</a>
      </nav>
      {list.nodes.length === 0 && (
        <div class="empty">
          <p>{(isOwn ? t.ownNothing : t.nothing)[shown]}</p>
          {isOwn && <p>{shown === 'openings' ? <a class="button" href={page.href('/ask')}>{page.texts.page.ask}</a> : <a class="button" href={page.href('/threads?filter=unanswered')}>{t.toUnanswered}</a>}</p>}
        </div>
      )}
      <ul class="post-rows">{list.nodes.map((post) => <PostRow key={post.id} page={page} post={post} by={false} />)}</ul>
      <Pager page={page} info={list.pageInfo} path={shown === 'answers' ? `${path}?show=answers` : path} />
    </section>
  );
}
