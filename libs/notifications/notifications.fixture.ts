import { AccountsModule, type MemberRole, RoleService } from '#accounts';
import {
  AcceptAnswerService, AnswerService, AskQuestionService, CategoryService, DuplicateService, EditService, FollowService, ForumModule, MergeService, RemovalService, SplitService, VoteService,
} from '#forum';
import { Actor, type Language, type Role } from '#platform/access';
import type { Settings } from '#platform/config';
import { Database, encodeId } from '#platform/database';
import { EVENT_KINDS, type EventKind, Events, type EventSubject, type StoredEvent } from '#platform/events';
import { MailModule } from '#platform/mail';
import { testContext } from '#platform/testing';
import { NotificationReader } from './list/notification.reader.js';
import { DigestSender } from './mailing/digest.sender.js';
import { NotificationsModule } from './notifications.module.js';
import { PreferenceService } from './preferences/preference.service.js';
import { NotificationListener } from './telling/notification.listener.js';

/** A forum whose events are heard, so that specs read as sentences: `as(ben).answers(question)`, `told(ada)`. */
export async function neighbourhood(overrides: Partial<Settings> = {}) {
  const test = await testContext([AccountsModule, ForumModule, MailModule, NotificationsModule], overrides);
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const [db, listener, reader] = [get(Database), get(NotificationListener), get(NotificationReader)];
  const categoryId = encodeId('category', await get(CategoryService).create({ name: 'Router' }));

  const member = async (name: string, { role = 'customer', language = 'en' }: { role?: Role; language?: Language } = {}): Promise<Actor> => {
    const row = { name, role, rank: 0, language };
    const made = await db.one<{ id: string }>('insert into member (name, name_key, role, language, email, email_verified_at) values ($1, lower($1), $2, $3, $4, now()) returning id', [name, role, language, `${name.toLowerCase()}@example.org`]);
    return Actor.member({ ...row, id: made!.id });
  };
  let heard = '0';
  const eventsSince = (after: string) =>
    db.query<StoredEvent>('select id, kind, actor_id as "actorId", subject, created_at as "createdAt" from event where id > $1 and kind = any($2) order by id', [after, EVENT_KINDS]);
  /** Everything that happened since the last time is heard, as the worker would. */
  const hear = async () => {
    const events = await eventsSince(heard);
    for (const event of events) if (listener.kinds.includes(event.kind)) await listener.hear(event);
    heard = events.at(-1)?.id ?? heard;
  };

  return {
    db, test, get, categoryId, member, hear, listener,
    eventsSince,
    /** Everybody goes, and their names are free again: a database for each test would take longer than the tests. */
    everybodyLeaves: async () => {
      await hear();
      await db.query('delete from notification');
      await db.query('delete from mail');
      await db.query(`update member set email = null, email_verified_at = null, name_key = 'gone ' || id`);
    },
    as: (actor: Actor) => ({
      asks: (title = 'Why does the router restart at night?') => get(AskQuestionService).ask(actor, { title, body: 'It does so every night at two.', categoryId, tags: [] }),
      answers: async (thread: string, body = 'Switch the energy saving off.') => (await get(AnswerService).answer(actor, { threadId: encodeId('thread', thread), body })).postKey,
      comments: async (post: string, body = 'That helped me, too.') => (await get(AnswerService).comment(actor, { postId: encodeId('post', post), body })).postKey,
      accepts: (post: string) => get(AcceptAnswerService).accept(actor, encodeId('post', post)),
      unaccepts: (post: string) => get(AcceptAnswerService).unaccept(actor, encodeId('post', post)),
      marksOfficial: (post: string) => get(AcceptAnswerService).markOfficial(actor, encodeId('post', post), true),
      hasItToo: (thread: string) => get(VoteService).sameProblem(actor, { threadId: encodeId('thread', thread), same: true }),
      follows: (id: string, following = true) => get(FollowService).follow(actor, { targetId: id, following }),
      edits: async (post: string, body: string) => {
        const { version } = (await db.one<{ version: number }>('select version from post where id = $1', [post]))!;
        await get(EditService).edit(actor, { postId: encodeId('post', post), basedOn: version, body });
      },
      deletes: (post: string, reason: string) => get(RemovalService).delete(actor, { postId: encodeId('post', post), reason }),
      merges: (source: string, target: string) => get(MergeService).merge(actor, { sourceId: encodeId('thread', source), targetId: encodeId('thread', target) }),
      marksDuplicate: (thread: string, of: string) => get(DuplicateService).mark(actor, { threadId: encodeId('thread', thread), ofId: encodeId('thread', of) }),
      splits: async (thread: string, posts: readonly string[], title = 'What about the other floor?') =>
        (await get(SplitService).split(actor, { threadId: encodeId('thread', thread), postIds: posts.map((post) => encodeId('post', post)), title, categoryId })).threadKey,
      gives: (other: Actor, role: MemberRole) => get(RoleService).set(actor, { memberId: encodeId('member', other.memberId), role }),
      sets: (topic: string, timing: string) => get(PreferenceService).set(actor, [{ topic, timing } as never]),
      records: <K extends EventKind>(kind: K, subject: EventSubject[K]) => db.transaction(() => get(Events).record(kind, actor.memberId, subject)),
    }),
    openingOf: async (thread: string) => (await db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [thread]))!.id,
    /** What somebody finds in their list, the latest first: `Ben: answer`. */
    told: async (actor: Actor) => {
      await hear();
      const { nodes } = await reader.list(actor, { limit: 100, backwards: false, from: null });
      return nodes.map(({ actor: who, kind }) => `${who?.name}: ${kind}`);
    },
    /** Where that leads to, and under which title. */
    ways: async (actor: Actor) => {
      await hear();
      return (await reader.list(actor, { limit: 100, backwards: false, from: null })).nodes.map(({ kind, title, path }) => ({ kind, title, path }));
    },
    unread: async (actor: Actor) => {
      await hear();
      return reader.unread(actor);
    },
    /** What was mailed to somebody: subjects, in order. */
    mailed: async (actor: Actor) => {
      await hear();
      return (await db.query<{ subject: string }>('select subject from mail where recipient = $1 order by id', [`${actor.name.toLowerCase()}@example.org`])).map(({ subject }) => subject);
    },
    mailTo: async (actor: Actor) => (await db.one<{ text: string; list_unsubscribe: string }>('select text, list_unsubscribe from mail where recipient = $1 order by id desc limit 1', [`${actor.name.toLowerCase()}@example.org`]))!,
    digest: (at: string) => get(DigestSender).send(new Date(at)),
    close: test.close,
  };
}

export type Neighbourhood = Awaited<ReturnType<typeof neighbourhood>>;
