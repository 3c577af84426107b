import type { Chance } from './demo.chance.js';
import type { Crowd } from './demo.crowd.js';
import type { Language } from './demo.words.js';

/** What the demo will hold, before it has keys: members, threads and posts point at each other by their objects. */
export interface Plan {
  members: PlannedMember[];
  threads: PlannedThread[];
}

/** With what it is planned. */
export interface Stage {
  chance: Chance;
  crowd: Crowd;
  now: Date;
}

export interface PlannedMember {
  name: string;
  email: string;
  role: 'customer' | 'super_user' | 'staff' | 'admin';
  rank: number;
  language: Language;
  createdAt: Date;
  firstPostedAt: Date | null;
}

export type State = 'visible' | 'held' | 'hidden' | 'deleted';

export interface PlannedThread {
  kind: 'question' | 'discussion' | 'announcement';
  title: string;
  place: string;
  tags: string[];
  language: Language;
  words: Record<string, string>;
  opening: PlannedPost;
  /** Openings come first, comments after what they stand under. */
  posts: PlannedPost[];
  accepted: PlannedPost | null;
  acceptedAt: Date | null;
  closed: { reason: 'duplicate' | 'off_topic' | 'settled' | 'imported'; at: Date; by: PlannedMember | null } | null;
  duplicateOf: PlannedThread | null;
  /** Became part of another: its posts stand there. */
  merged: { into: PlannedThread; by: PlannedMember; at: Date } | null;
  /** Answers of it became this thread. */
  split: { into: PlannedThread; by: PlannedMember; at: Date } | null;
  /** From a forum that was there before: its writers have no account here. */
  imported: boolean;
  notice: { affected: string; over: boolean } | null;
  views: number;
  same: PlannedMember[];
}

export interface PlannedPost {
  kind: 'opening' | 'answer' | 'comment';
  under: PlannedPost | null;
  author: PlannedMember;
  text: string;
  at: Date;
  state: State;
  removal: { by: PlannedMember; reason: string | null } | null;
  official: { by: PlannedMember; at: Date } | null;
  /** As it was before it was edited. */
  before: { text: string; by: PlannedMember; at: Date; reason: string | null } | null;
  votes: Map<PlannedMember, 1 | -1>;
  also: PlannedMember[];
  /** The thread that `{{thread}}` in its text names. */
  leadsTo: PlannedThread | null;
  /** Of a comment that was once the opening of a thread: that thread's title. */
  openedAs: string | null;
  /** Which of its lights burn how: drawn where its text says `{{picture}}`. */
  picture: Picture | null;
}

/** A router as its owner photographed it. */
export interface Picture {
  name: string;
  lights: readonly ('green' | 'red' | 'orange' | 'off')[];
}
