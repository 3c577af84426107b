/**
 * How much one member may do in which time: every number of the house, with its reason, in this one table.
 *
 * To limit another act, add its line to USUAL_LIMITS.acts and call `await this.limits.take(actor, 'it')` in the service's check step
 * (for posts `limits.post`, which looks at the text, too). What is refused or rolled back does not count: the act is
 * written down in the transaction that does it. Staff are exempt, imports never come this way.
 */
export interface Rule {
  most: number;
  /** Within so many seconds, wherever they begin: no midnight at which twice as many pass. */
  seconds: number;
  /** Absent: everyone. */
  who?: 'newcomers' | 'others';
  /** Counted together with these; absent: the act alone. */
  with?: readonly Act[];
  /** Only acts on the same subject (the `subject` of take) count. */
  sameSubject?: boolean;
  /** So many times as often from rank 0 on. */
  byRank?: readonly [number, number, number, number, number];
}

export type Act =
  | 'thread' | 'reply' | 'ownReply' | 'vote' | 'sameProblem' | 'accept'
  | 'article' | 'edit' | 'delete' | 'close' | 'duplicate' | 'draft' | 'claim' | 'putAside' | 'follow' | 'deflection' | 'flag' | 'image' | 'file' | 'token';

export interface LimitTable {
  acts: Record<Act, readonly Rule[]>;
  /** How long somebody is a newcomer, in seconds from their first post on, while they have rank 0. */
  firstDay: number;
  /** What one post of a newcomer holds at most. */
  newcomerPost: { links: number; images: number; mentions: number };
  /** What one process answers one guest (by network) or member a minute; a page costs 1, a form that is not signed in to 20: it renders what it was sent. */
  readsAMinute: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const POSTS = ['thread', 'reply', 'ownReply'] as const;

// Khoros: nobody writes faster by hand, and a script is stopped at the third post
const BURST: readonly Rule[] = [
  { most: 3, seconds: 30, with: POSTS },
  { most: 15, seconds: 10 * MINUTE, with: POSTS },
  { most: 50, seconds: HOUR, with: POSTS },
];

// Discourse: an answer takes longer to write than this, a stream of spam does not
const REPLY_PACE: readonly Rule[] = [
  { most: 1, seconds: 30, who: 'newcomers', with: ['reply', 'ownReply'] },
  { most: 1, seconds: 5, who: 'others', with: ['reply', 'ownReply'] },
  ...BURST,
];

export const USUAL_LIMITS: LimitTable = {
  acts: {
    thread: [{ most: 3, seconds: DAY, who: 'newcomers' }, { most: 1, seconds: 2 * MINUTE, who: 'newcomers' }, { most: 1, seconds: 15, who: 'others' }, ...BURST],
    reply: [{ most: 10, seconds: DAY, who: 'newcomers' }, ...REPLY_PACE],
    ownReply: REPLY_PACE, // an asker who is asked back must be able to answer, on the first day, too
    vote: [{ most: 5, seconds: MINUTE }, { most: 50, seconds: DAY }, { most: 6, seconds: DAY, sameSubject: true }], // Kitsune; NodeBB's 6 for one author: nobody is voted up or down in one sitting
    sameProblem: [{ most: 10, seconds: MINUTE }, { most: 50, seconds: DAY }], // or that an answer solved it for them, too
    accept: [{ most: 10, seconds: MINUTE }, { most: 100, seconds: DAY }], // to and fro is a change of mind; each tells others
    article: [{ most: 5, seconds: HOUR }, { most: 20, seconds: DAY }], // of super users: each waits for somebody on the team
    edit: [{ most: 10, seconds: 10 * MINUTE }, { most: 100, seconds: DAY }], // each keeps a revision
    delete: [{ most: 10, seconds: 10 * MINUTE }, { most: 50, seconds: DAY }],
    close: [{ most: 10, seconds: 10 * MINUTE }, { most: 50, seconds: DAY }], // one's own, and open again, and moved: each tells others
    duplicate: [{ most: 10, seconds: DAY }], // nobody asks more that was asked before; each takes followers along
    draft: [{ most: 30, seconds: MINUTE }], // saved while typing, every few seconds, in two windows
    claim: [{ most: 10, seconds: 10 * MINUTE }, { most: 100, seconds: DAY }], // nobody is on more than one answer a minute; and nobody takes the whole list
    putAside: [{ most: 60, seconds: MINUTE }, { most: 500, seconds: DAY }], // a list of what waits, gone through in one sitting, and back
    follow: [{ most: 30, seconds: MINUTE }, { most: 300, seconds: DAY }],
    deflection: [{ most: 10, seconds: MINUTE }, { most: 50, seconds: DAY }], // opened while asking, solved by it, asked after all
    flag: [{ most: 20, seconds: DAY, byRank: [1, 1.5, 2, 3, 3] }], // Discourse: who has been around sees more that should be looked at
    image: [{ most: 5, seconds: DAY, who: 'newcomers' }, { most: 20, seconds: 10 * MINUTE }, { most: 100, seconds: DAY }],
    file: [{ most: 0, seconds: DAY, who: 'newcomers' }, { most: 10, seconds: 10 * MINUTE }, { most: 50, seconds: DAY }],
    token: [{ most: 10, seconds: HOUR }], // at most 20 are held at once: making and ending them in turn is bounded as well
  },
  firstDay: DAY,
  newcomerPost: { links: 2, images: 1, mentions: 2 }, // Discourse: what a first post needs, and too little for an advertisement
  readsAMinute: 1_200, // a person reads 30; an office or a mobile network behind one address is many persons
};

/**
 * For benches, the demo and tests that write faster than people do: the same rules over windows of no length.
 * They cost the database as much, nothing is refused, and nobody is a newcomer.
 */
export const WIDE_LIMITS: LimitTable = {
  acts: Object.fromEntries(
    Object.entries(USUAL_LIMITS.acts).map(([act, rules]) => [act, rules.map((rule) => ({ ...rule, most: Math.max(1, rule.most), seconds: 0 }))]),
  ) as unknown as LimitTable['acts'],
  firstDay: 0,
  newcomerPost: USUAL_LIMITS.newcomerPost,
  readsAMinute: Number.POSITIVE_INFINITY,
};
