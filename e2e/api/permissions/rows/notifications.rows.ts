import { createHmac } from 'node:crypto';
import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

export const kinds: Record<string, Kind> = {
  /** Told to the author, of an answer that somebody else gave them. Others' are none of anybody's. */
  notification: {
    states: ['visible', 'held', 'hidden', 'deleted', 'belowHidden'],
    make: async (world, state) => {
      const threadKey = await world.thread({ by: 'bystander', state: state === 'belowHidden' ? 'hidden' : 'visible' });
      const postKey = await world.post({ threadKey, kind: 'answer', by: 'bystander', state: state === 'belowHidden' ? 'visible' : state });
      return { id: encodeId('notification', await world.insert('notification', { recipient_id: world.people.author, event_id: postKey, kind: 'answer', thread_id: threadKey, post_id: postKey, actor_id: world.people.bystander })) };
    },
    sees: (actor, state) => actor === 'author' && state === 'visible',
  },
  /** The link in a mail to the author: whoever has it needs nothing else. */
  unsubscribeLink: {
    states: ['visible'],
    make: async (world) => {
      const said = `${world.people.author}.answer`;
      const { secret } = (await world.db.one<{ secret: Buffer }>('select secret from notification_secret'))!;
      return { id: `${said}.${createHmac('sha256', secret).update(`unsubscribe ${said}`).digest().subarray(0, 16).toString('base64url')}` };
    },
    absent: { id: '1.answer.AAAAAAAAAAAAAAAAAAAAAA' },
  },
};

export const rows: Row[] = [
  { query: 'notifications', access: 'member', on: 'notification', finds: true, ask: 'notifications(first: 100) { nodes { id title path actor { name } } }' },
  { query: 'unreadNotifications', access: 'member', ask: 'unreadNotifications' },
  { query: 'notificationPreferences', access: 'member', ask: 'notificationPreferences { topic timing }' },
  { query: 'unsubscription', access: 'everyone', on: 'unsubscribeLink', ask: 'unsubscription(token: $id) { stop }' },
  { mutation: 'markNotificationsRead', access: 'member', input: () => ({ ids: ['ntf_1'] }), select: 'unread' },
  { mutation: 'markNotificationsRead', as: 'mark nothing read', access: 'member', input: () => ({}), except: { '*': 'invalid ids' } },
  { mutation: 'setNotificationPreferences', access: 'member', input: () => ({ preferences: [{ topic: 'answer', timing: 'daily' }] }), select: 'preferences { topic timing }' },
  { mutation: 'setNotificationPreferences', as: 'mail each new thread', access: 'member', input: () => ({ preferences: [{ topic: 'newThread', timing: 'now' }] }), except: { '*': 'invalid preferences' } },
  { mutation: 'unsubscribe', access: 'everyone', on: 'unsubscribeLink', input: ({ id }) => ({ token: id }), select: 'stopped' },
];
