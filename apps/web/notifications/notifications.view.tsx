import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Pager } from '../parts/pager.view.js';
import { type Group, grouped } from './notification.groups.js';
import type { notificationsOperation } from './notifications.operation.js';

type Notifications = ResultOf<typeof notificationsOperation>['notifications'];

export function NotificationsView({ page, notifications }: { page: Page; notifications: Notifications }) {
  const t = page.texts.notifications;
  const latest = notifications.nodes[0];
  return (
    <Layout page={page} title={t.title} path="/notifications" hidden>
      <h1>{t.title}</h1>
      <div class="notification-acts">
        {latest && (page.member?.unread ?? 0) > 0 && (
          <form method="post" action={page.href('/notifications/read')}>
            <MutationId page={page} />
            <input type="hidden" name="upTo" value={latest.id} />
            <button class="button button-quiet" type="submit">{t.allRead}</button>
          </form>
        )}
        <a class="button button-quiet" href={page.href('/notifications/settings')}>{t.settings}</a>
      </div>
      {notifications.nodes.length === 0 && <p class="empty">{t.empty}</p>}
      <ul class="notifications">
        {grouped(notifications.nodes).map((group) => <Item key={group.first.id} page={page} group={group} />)}
      </ul>
      <Pager page={page} info={notifications.pageInfo} path="/notifications" />
    </Layout>
  );
}

/** What is said of a place that has no title. */
const PLACES: Partial<Record<Group['first']['kind'], 'ownData' | 'ownEntries' | 'ownEntry' | 'ownStanding' | 'ownDecisions' | 'ownInvitation' | 'superUsers'>> = { dataReady: 'ownData', entryReview: 'ownEntries', rankRaised: 'ownStanding', rankLowered: 'ownStanding', badge: 'ownStanding', superUserInvited: 'ownInvitation', superUserRenewed: 'ownInvitation', superUserEnded: 'ownInvitation', superUserAccepted: 'superUsers', superUserDeclined: 'superUsers', superUserTermEnds: 'superUsers', noticeGiven: 'ownDecisions', silenced: 'ownDecisions', suspended: 'ownDecisions', sanctionLifted: 'ownDecisions', appealUpheld: 'ownDecisions', appealLifted: 'ownDecisions', entryPublished: 'ownEntry', entryRejected: 'ownEntry' };

function Item({ page, group: { first, ids, who } }: { page: Page; group: Group }) {
  const t = page.texts.notifications;
  const sentence = t.kinds[first.kind](t.names(who.map((name) => name ?? t.someone)), first.times ?? 1, { title: first.duplicateTitle, ofNotice: first.ofNotice });
  const by = who.length === 1 ? first.actor : null;
  const { roles, roleHints } = page.texts.people;
  const role = by && roles[by.role];
  return (
    <li class={first.read ? 'notification' : 'notification notification-new'}>
      <div>
        <p>{!first.read && <span class="unseen">{t.isNew} </span>}<bdi>{sentence}</bdi>{role && <> <span class={`role role-${by.role}`} title={roleHints[by.role]}>{role}</span></>}</p>
        {first.path ? <a class="notification-title" href={page.href(first.path)}>{first.title ?? t[PLACES[first.kind] ?? 'ownPage']}</a> : <span class="notification-title">{first.title ?? t.gone}</span>}
        {first.reason && <p class="notification-reason">{t.reason} <bdi>{first.reason}</bdi></p>}
        {first.reason && (first.kind === 'postHidden' || first.kind === 'postDeleted') && <p><a href={page.href('/standing/decisions')}>{page.texts.sanctions.appeal}</a></p>}
        {first.said && <p class="notification-reason"><bdi>{first.said}</bdi></p>}
        {first.excerpt && <p class="notification-reason"><bdi>{first.excerpt}</bdi></p>}
        <p class="meta"><Moment page={page} at={first.createdAt} /></p>
      </div>
      {!first.read && (
        <form method="post" action={page.href('/notifications/read')}>
          <MutationId page={page} />
          <input type="hidden" name="ids" value={ids.join(' ')} />
          <button class="button-text" type="submit" aria-label={t.readLabel(first.title ?? sentence)}>{t.read}</button>
        </form>
      )}
    </li>
  );
}
