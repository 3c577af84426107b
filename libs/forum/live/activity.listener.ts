import { EVENT_KINDS, type EventKind, type Listener } from '#platform/events';
import type { LiveChannel } from '#platform/live';
import { ActivityKind } from './activity.type.js';

/** What lookers-on are told. */
const TOLD: Partial<Record<EventKind, ActivityKind>> = {
  Answered: ActivityKind.answer,
  Commented: ActivityKind.comment,
  AnswerAccepted: ActivityKind.accept,
  AnswerUnaccepted: ActivityKind.accept,
  MarkedOfficial: ActivityKind.official,
  UnmarkedOfficial: ActivityKind.official,
  PostEdited: ActivityKind.edit,
  PostDeleted: ActivityKind.state,
  PostRestored: ActivityKind.state,
  PostHeld: ActivityKind.state,
  PostHidden: ActivityKind.state,
  PostShown: ActivityKind.state,
  ThreadClosed: ActivityKind.state,
  ThreadReopened: ActivityKind.state,
  ThreadMoved: ActivityKind.state,
  DuplicateMarked: ActivityKind.state,
  ThreadsMerged: ActivityKind.state,
  ThreadSplit: ActivityKind.state,
  NoticeUpdated: ActivityKind.state,
  NoticeEnded: ActivityKind.state,
  Voted: ActivityKind.count,
  SameProblemSaid: ActivityKind.count,
  SameProblemTakenBack: ActivityKind.count,
};

/** An event as it goes through the channel: keys only, few bytes. */
export interface Told {
  threadKey: string;
  postKey: string | null;
  kind: ActivityKind;
}

export function readTold(message: unknown): Told | null {
  const { threadKey, postKey = null, kind } = (message ?? {}) as Partial<Told>;
  return typeof threadKey === 'string' && kind !== undefined && Object.hasOwn(ActivityKind, kind) ? { threadKey, postKey, kind } : null;
}

/** Passes on to every process what happened in threads. */
export const tellActivity = (channel: LiveChannel): Listener => ({
  name: 'tell-live',
  kinds: EVENT_KINDS.filter((kind) => kind in TOLD),
  hear: ({ kind, subject }) => {
    const { threadId, postId = null } = subject as { threadId: string; postId?: string };
    return channel.tell({ threadKey: threadId, postKey: postId, kind: TOLD[kind]! } satisfies Told);
  },
});
