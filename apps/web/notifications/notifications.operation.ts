import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';

export const notificationsOperation = graphql(
  `
    query Notifications($first: Int, $after: String, $last: Int, $before: String) {
      notifications(first: $first, after: $after, last: $last, before: $before) {
        nodes { id kind title path reason said excerpt duplicateTitle ofNotice times threadId createdAt read actor { ...MemberParts } }
        pageInfo { ...PageInfoParts }
      }
    }
  `,
  [memberParts, pageInfoParts],
);

/** What the bell in the header counts. */
export const unreadOperation = graphql(`query Unread { unreadNotifications }`);

export const markReadOperation = graphql(
  `mutation MarkRead($input: MarkNotificationsReadInput!) { marked: markNotificationsRead(input: $input) { unread problem { ...ProblemParts } } }`,
  [problemParts],
);

export const preferencesOperation = graphql(`query NotificationPreferences { notificationPreferences { topic timing choices } }`);

export const setPreferencesOperation = graphql(
  `mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) { set: setNotificationPreferences(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);

export const unsubscriptionOperation = graphql(`query Unsubscription($token: String!) { unsubscription(token: $token) { stop } }`);

export const unsubscribeOperation = graphql(
  `mutation Unsubscribe($input: UnsubscribeInput!) { done: unsubscribe(input: $input) { stopped problem { ...ProblemParts } } }`,
  [problemParts],
);
