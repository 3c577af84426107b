import type { Keys } from './demo.fill.js';
import type { PlannedMember, PlannedPost, PlannedThread } from './demo.plan.type.js';

const LATEST = 24; // what a member would still scroll through
const LAST_VISIT_HOURS = 5;

interface Told {
  kind: 'answer' | 'comment' | 'mention' | 'accepted' | 'official' | 'threadClosed' | 'threadDuplicate';
  by: PlannedMember;
  at: Date;
  thread: PlannedThread;
  post: PlannedPost | null;
}

/** What a member was told by what others wrote and did: read up to their last visit, mailed long ago. */
export function toldTo(member: PlannedMember, threads: readonly PlannedThread[], keys: Keys): object[] {
  const told = threads.filter(({ opening, imported, merged }) => opening.state === 'visible' && !imported && !merged).flatMap((thread) => [...aboutThread(member, thread), ...thread.posts.flatMap((post) => aboutPost(member, thread, post))]);
  const lastVisit = Date.now() - LAST_VISIT_HOURS * 3_600_000;
  return told.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-LATEST).map(({ kind, by, at, thread, post }) => ({
    recipient_id: keys.member.get(member), kind, thread_id: keys.thread.get(thread), post_id: post && keys.post.get(post), actor_id: keys.member.get(by),
    created_at: at, read_at: at.getTime() < lastVisit ? new Date(Math.min(at.getTime() + 40 * 60_000, lastVisit)) : null, mailed_at: at,
  }));
}

function aboutThread(member: PlannedMember, thread: PlannedThread): Told[] {
  const { opening, closed } = thread;
  if (opening.author !== member || !closed?.by || closed.by === member) return [];
  const { duplicateOf } = thread;
  return [{ kind: duplicateOf ? 'threadDuplicate' : 'threadClosed', by: closed.by, at: closed.at, thread: duplicateOf ?? thread, post: null }];
}

function aboutPost(member: PlannedMember, thread: PlannedThread, post: PlannedPost): Told[] {
  const { author, kind, official, state } = post;
  if (state !== 'visible') return [];
  const told: Told[] = [];
  if (author === member) {
    if (thread.accepted === post && thread.opening.author !== member) told.push({ kind: 'accepted', by: thread.opening.author, at: thread.acceptedAt!, thread, post });
    if (official && official.by !== member) told.push({ kind: 'official', by: official.by, at: official.at, thread, post });
    return told;
  }
  const why = kind === 'answer' && thread.opening.author === member ? 'answer' : post.text.includes(`@${member.name}`) ? 'mention' : kind === 'comment' && post.under?.author === member ? 'comment' : null;
  return why ? [{ kind: why, by: author, at: post.at, thread, post }] : [];
}
