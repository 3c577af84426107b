import type { Client } from 'pg';
import type { Keys } from './demo.fill.js';
import { LOGINS } from './demo.people.js';
import type { Plan, PlannedMember, PlannedThread } from './demo.plan.type.js';
import { addAppeal, addReports } from './demo.reports.js';
import { insert } from './demo.rows.js';
import { toldTo } from './demo.told.js';

/** What members do for themselves (follow, bookmark, read, draft), and what those who keep order have in their log. */
export async function addHabits(client: Client, { members, threads }: Plan, keys: Keys): Promise<void> {
  await insert(client, 'subscription', subscriptions(members, threads, keys));
  const logins = LOGINS.map(({ name }) => members.find((member) => member.name === name)!);
  const open = threads.filter(({ opening, imported, merged }) => opening.state === 'visible' && !imported && !merged);

  const solved = open.filter(({ accepted }) => accepted);
  await insert(client, 'bookmark', logins.flatMap((member, nth) => solved.slice(-30).filter((_, at) => at % 5 === nth).map((thread) => ({ member_id: keys.member.get(member), post_id: keys.post.get(thread.accepted!), created_at: new Date(thread.acceptedAt!.getTime() + 60_000) }))));
  // they have read what is older than a week, so that lists show what is new
  await insert(client, 'read_state', logins.flatMap((member) => open.slice(0, -25).map((thread) => ({ member_id: keys.member.get(member), thread_id: keys.thread.get(thread), last_post_id: latest(thread, keys), read_at: new Date() }))));

  const [petra, mina, jonas] = logins as [PlannedMember, PlannedMember, PlannedMember];
  const waiting = open.findLast(({ kind, posts, opening, closed }) => kind === 'question' && !closed && posts.length === 1 && opening.author !== petra)!;
  await insert(client, 'draft', [
    { member_id: keys.member.get(petra), place: 'ask', fields: { title: 'Zweitkarte für das Tablet: reicht Mobil S?', body: 'Ich überlege, für das Tablet eine zweite Karte zu nehmen. Gebraucht wird sie nur im Zug, also', categoryId: `cat_${keys.place.get('esim')}`, tags: 'esim' }, updated_at: new Date() },
    { member_id: keys.member.get(petra), place: `answer:thr_${keys.thread.get(waiting)}`, fields: { body: 'Bei mir war das ähnlich. Geholfen hat am Ende, ' }, updated_at: new Date() },
    { member_id: keys.member.get(mina), place: 'ask', fields: { title: 'Leitfaden: Was gehört in eine gute Frage?', body: 'Entwurf, bitte noch nicht lesen 🙂\n\n- Welches Gerät, welche Firmware\n- Was die Leuchten zeigen\n- Seit wann', categoryId: `cat_${keys.place.get('plausch')}` }, updated_at: new Date() },
    { member_id: keys.member.get(jonas), place: `answer:thr_${keys.thread.get(waiting)}`, fields: { body: 'Guten Tag,\n\nich frage dazu bei den Kolleginnen in der Technik nach und ' }, updated_at: new Date() },
  ]);
  await insert(client, 'notification', logins.flatMap((member) => toldTo(member, threads, keys)).map((row, nth) => ({ ...row, event_id: -1 - nth }))); // of no event: a real one has a key above zero
  await insert(client, 'moderation_entry', moderation(threads, keys));
  await addReports(client);
  await addAppeal(client);
}

function subscriptions(members: readonly PlannedMember[], threads: readonly PlannedThread[], { member, thread: threadKeys, place, tag }: Keys): object[] {
  const rows = new Map<string, object>();
  const follow = (who: PlannedMember, kind: string, target: string, at: Date) => rows.set(`${member.get(who)} ${kind} ${target}`, { member_id: member.get(who), kind, target_id: target, following: true, created_at: at });
  for (const thread of threads) {
    if (thread.imported) continue;
    for (const { author, at } of thread.posts) follow(author, 'thread', threadKeys.get(thread)!, at);
  }
  const places = [...place.values()];
  const tags = [...tag.values()];
  for (const [nth, who] of members.slice(0, 70).entries()) {
    follow(who, 'category', places[nth % places.length]!, who.createdAt);
    if (nth % 2 === 0) follow(who, 'tag', tags[nth % tags.length]!, who.createdAt);
    if (nth % 3 === 0) follow(who, 'member', member.get(members[5 + (nth % 5)]!)!, who.createdAt);
  }
  return [...rows.values()].filter((row) => !('kind' in row && row.kind === 'member' && 'target_id' in row && 'member_id' in row && row.target_id === row.member_id));
}

function latest({ posts }: PlannedThread, { post }: Keys): string {
  return posts.map((one) => post.get(one)!).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
}

function moderation(threads: readonly PlannedThread[], { member, thread: threadKeys, post }: Keys): object[] {
  return threads.flatMap((thread) => {
    const about = { thread_id: threadKeys.get(thread) };
    const entries: object[] = [];
    const { closed, opening } = thread;
    if (closed?.by && closed.by !== opening.author) {
      entries.push({ actor_id: member.get(closed.by), act: 'close-thread', ...about, post_id: null, member_id: member.get(opening.author), reason: null, details: { reason: closed.reason }, created_at: closed.at });
    }
    const { merged, split } = thread;
    if (merged) entries.push({ actor_id: member.get(merged.by), act: 'merge-threads', thread_id: threadKeys.get(merged.into), post_id: null, member_id: member.get(opening.author), reason: null, details: { source: threadKeys.get(thread) }, created_at: merged.at });
    if (split) entries.push({ actor_id: member.get(split.by), act: 'split-thread', ...about, post_id: null, member_id: member.get(opening.author), reason: null, details: { into: threadKeys.get(split.into), answers: 1 }, created_at: split.at });
    for (const one of thread.posts) {
      const whom = { ...about, post_id: post.get(one), member_id: member.get(one.author) };
      if (one.removal && one.removal.by !== one.author) entries.push({ actor_id: member.get(one.removal.by), act: 'delete-post', ...whom, reason: one.removal.reason, details: {}, created_at: new Date(one.at.getTime() + 1_200_000) });
      if (one.before && one.before.by !== one.author) entries.push({ actor_id: member.get(one.before.by), act: 'edit-post', ...whom, reason: one.before.reason, details: { version: 1 }, created_at: one.before.at });
    }
    return entries;
  });
}
