/**
 * Notifications: who is told what, on the site and by mail. Nobody calls it: a slice records an event in its own transaction (#platform/events), and
 * this library, which listens, tells those whom it concerns, once each, whatever dies in between.
 *
 * A new notification takes three steps:
 *   1. a line in `KINDS` (notification.kinds.ts): which mail setting it falls under;
 *   2. a line in `TELLINGS` (telling/tellings.ts): of which event, to whom, as one SQL set of members ($1 thread, $2 post, $3 actor);
 *   3. its sentences, without which nothing compiles: mailing/mail.texts.ts and apps/web/texts/{de,en}/notifications.texts.ts.
 * Never of one's own act, never twice of one event and never of what may not be seen: that is seen to for all of them (telling/teller.ts).
 */
export { NotificationsModule } from './notifications.module.js';
export { NotificationListener } from './telling/notification.listener.js';
export { DigestSender } from './mailing/digest.sender.js';
export { NOTIFICATION_CRONTAB, notificationTasks } from './mailing/notification.tasks.js';
