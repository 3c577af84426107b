/** What there is to act on, as everybody might know it; some of it deleted, so that refusals happen, too. */
export interface Targets {
  thread: string;
  otherThread: string;
  post: string;
  /** An opening or an answer. */
  parent: string;
  answer: string;
  /** The thread of that answer, and another answer out of it. */
  answersThread: string;
  besideAnswer: string;
  deleted: string;
  version: number;
  category: string;
  tags: string[];
  /** Of every two acts one asks for the other way. */
  yes: boolean;
  to: number;
  /** A word that nobody else has written. */
  word: string;
}

export interface Act {
  /** How often it happens, against the others. */
  weight: number;
  field: string;
  type: string;
  /** What the payload names of what came about. */
  names: 'thread' | 'post' | null;
  input: (on: Targets) => Record<string, unknown>;
  /** Who is not signed in may do it, too. */
  guests?: true;
}

const REASON = 'It does not belong here.';
const DECISIONS = ['fine', 'hide', 'delete'];
const VOTES = ['up', 'up', 'down', 'none'];

const upper = (field: string) => `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
const act = (weight: number, field: string, names: Act['names'], input: Act['input'], type = upper(field)): Act => ({ weight, field, type, names, input });
const opening: Act['input'] = ({ word, category, tags }) => ({ title: `Why does it restart, ${word}?`, body: `It does so every night: ${word}.`, categoryId: category, tags });

export const ACTS: Record<string, Act> = {
  ask: act(3, 'askQuestion', 'thread', opening),
  discuss: act(1, 'startDiscussion', 'thread', opening),
  answer: act(8, 'answer', 'post', ({ thread, word }) => ({ threadId: thread, body: `Switch the lamp off, ${word}.` })),
  comment: act(6, 'comment', 'post', ({ parent, word }) => ({ postId: parent, body: `That helped me: ${word}.` })),
  edit: act(6, 'editPost', 'post', ({ post, version, word }) => ({ postId: post, basedOn: version, body: `Rather pull the plug, ${word}.` })),
  retag: act(1, 'editPost', 'post', ({ parent, version, tags }) => ({ postId: parent, basedOn: version, tags })),
  delete: act(6, 'deletePost', 'post', ({ post }) => ({ postId: post, reason: REASON })),
  restore: act(8, 'restorePost', 'post', ({ deleted }) => ({ postId: deleted })),
  vote: act(9, 'vote', 'post', ({ parent, to }) => ({ postId: parent, vote: VOTES[to % 4] })),
  sameProblem: act(4, 'sameProblem', 'thread', ({ thread, yes }) => ({ threadId: thread, same: yes })),
  accept: act(7, 'acceptAnswer', 'post', ({ answer }) => ({ postId: answer }), 'AnswerIdInput'),
  unaccept: act(2, 'unacceptAnswer', 'post', ({ answer }) => ({ postId: answer }), 'AnswerIdInput'),
  official: act(3, 'markOfficial', 'post', ({ answer }) => ({ postId: answer }), 'AnswerIdInput'),
  unofficial: act(1, 'unmarkOfficial', 'post', ({ answer }) => ({ postId: answer }), 'AnswerIdInput'),
  alsoSolved: act(4, 'alsoSolved', 'post', ({ answer, yes }) => ({ postId: answer, also: yes })),
  solved: { ...act(3, 'solvedMyProblem', 'thread', ({ thread, word }) => ({ threadId: thread, asked: `It restarts, ${word}` }), 'OpenedWhileAskingInput'), guests: true },
  opened: { ...act(2, 'openedWhileAsking', 'thread', ({ thread }) => ({ threadId: thread }), 'OpenedWhileAskingInput'), guests: true },
  close: act(3, 'closeThread', 'thread', ({ thread, yes }) => ({ threadId: thread, reason: yes ? 'settled' : 'off_topic' })),
  reopen: act(3, 'reopenThread', 'thread', ({ thread }) => ({ threadId: thread })),
  move: act(3, 'moveThread', 'thread', ({ thread, category }) => ({ threadId: thread, categoryId: category })),
  merge: act(2, 'mergeThreads', 'thread', ({ thread, otherThread }) => ({ sourceId: thread, targetId: otherThread })),
  split: act(3, 'splitThread', 'thread', ({ answersThread, answer, besideAnswer, word, category, yes }) => ({
    threadId: answersThread, postIds: yes ? [answer] : [answer, besideAnswer], title: `What about the cellar, ${word}?`, categoryId: category,
  })),
  duplicate: act(3, 'markDuplicate', 'thread', ({ thread, otherThread }) => ({ threadId: thread, ofId: otherThread })),
  follow: act(2, 'follow', null, ({ thread, yes }) => ({ targetId: thread, following: yes })),
  bookmark: act(2, 'bookmark', 'post', ({ post, yes }) => ({ postId: post, bookmarked: yes })),
  flag: act(6, 'flagPost', null, ({ post, yes }) => ({ postId: post, reason: yes ? 'offensive' : 'spam' })), // names nothing: whoever hides it with others sees it no more
  review: act(4, 'decideReview', null, ({ to }) => ({ itemId: `rev_${1 + (to % 12)}`, decision: DECISIONS[to % 3] })),
  markRead: act(2, 'markRead', 'thread', ({ post }) => ({ postId: post })),
  // not a field: an earlier call once more, by `to` with other input
  repeat: { weight: 6, field: '', type: '', names: null, input: () => ({}) },
};
