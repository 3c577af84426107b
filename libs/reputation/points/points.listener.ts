import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { EventKind, EventSubject, Listener, StoredEvent } from '#platform/events';
import { BookingService } from './booking.service.js';
import type { BookedBy } from './point.rules.js';
import { OF_POSTS } from './wanted.points.js';

const VOTES: readonly BookedBy[] = ['upVoted', 'downVoted'];
const ACCEPTED: readonly BookedBy[] = ['accepted', 'askerAccepted'];

type PostSubject = EventSubject['Answered'];
type Heard = { [K in EventKind]?: (subject: EventSubject[K], event: StoredEvent) => Promise<void> };

/** Hears what happened to posts, and has their points counted again: only the rules that it can have changed. */
@Injectable()
export class PointsListener implements Listener {
  readonly name = 'points';
  readonly kinds: readonly EventKind[];
  private readonly heard: Heard;

  constructor(
    private readonly db: Database,
    private readonly booking: BookingService,
  ) {
    const ofPost = (rules: readonly BookedBy[]) => ({ postId }: { postId: string }, { id }: StoredEvent) => this.booking.book({ posts: [postId], rules, event: id });
    const ofThreads = (...threads: string[]) => async (event: StoredEvent) => this.booking.book({ posts: await this.threadPosts(threads), rules: OF_POSTS, event: event.id });
    this.heard = {
      Voted: ({ postId }, { id, actorId }) => this.booking.book({ posts: [postId], rules: VOTES, giver: actorId, event: id }),
      // another that was accepted before gives way without a word of its own
      AnswerAccepted: ({ threadId, postId }, { id }) => this.accepted(threadId, postId, id),
      AnswerUnaccepted: ({ threadId, postId }, { id }) => this.accepted(threadId, postId, id),
      MarkedOfficial: ofPost(['official']),
      UnmarkedOfficial: ofPost(['official']),
      ProblemSolved: async ({ postId }, { id }) => void (postId && (await this.booking.book({ posts: [postId], rules: ['helped'], event: id }))),
      EntryRated: async ({ entryId, postId }, { id }) => {
        await this.booking.book({ entries: [entryId], rules: ['articleUsed'], event: id });
        if (postId) await this.booking.book({ posts: [postId], rules: ['helped'], event: id });
      },
      Answered: (subject, event) => this.welcome(subject, event, { onlyFirst: true }),
      Commented: (subject, event) => this.welcome(subject, event, { onlyFirst: true }),
      PostDeleted: (subject, event) => this.shownOrHidden(subject, event),
      PostHeld: (subject, event) => this.shownOrHidden(subject, event),
      PostHidden: (subject, event) => this.shownOrHidden(subject, event),
      PostShown: (subject, event) => this.shownOrHidden(subject, event),
      PostRestored: (subject, event) => this.shownOrHidden(subject, event),
      ThreadsMerged: ({ threadId, sourceId }, event) => ofThreads(threadId, sourceId)(event),
      ThreadSplit: ({ threadId, intoId }, event) => ofThreads(threadId, intoId)(event),
    };
    this.kinds = Object.keys(this.heard) as EventKind[];
  }

  async hear(event: StoredEvent): Promise<void> {
    await (this.heard[event.kind] as ((subject: object, event: StoredEvent) => Promise<void>) | undefined)?.(event.subject, event);
  }

  private async accepted(threadId: string, postId: string, event: string): Promise<void> {
    const booked = await this.db.query<{ id: string }>(`select distinct e.post_id as id from reputation_entry e join post p on p.id = e.post_id where p.thread_id = $1 and e.rule in ('accepted', 'askerAccepted')`, [threadId]);
    await this.booking.book({ posts: [...new Set([postId, ...booked.map(({ id }) => id)])], rules: ACCEPTED, event });
  }

  private async shownOrHidden(subject: PostSubject, event: StoredEvent): Promise<void> {
    await this.booking.book({ posts: [subject.postId], rules: OF_POSTS, event: event.id });
    await this.welcome(subject, event, { onlyFirst: false });
  }

  /** Who replied first to somebody's first thread; and, where a post came or went, who was thought to have. */
  private async welcome({ threadId, postId }: PostSubject, { id }: StoredEvent, { onlyFirst }: { onlyFirst: boolean }): Promise<void> {
    const first = await this.db.query<{ id: string }>(
      `select reply.id from thread t cross join lateral (
         select p.id from post p where p.thread_id = t.id and p.kind <> 'opening' and p.state = 'visible' and not p.is_note and p.author_id <> t.author_id order by p.id limit 2) reply
       where t.id = $1 and t.id = (select min(own.id) from thread own where own.author_id = t.author_id) order by reply.id`,
      [threadId],
    );
    if (onlyFirst && first[0]?.id !== postId) return;
    await this.booking.book({ posts: [...new Set([postId, ...first.map((post) => post.id)])], rules: ['welcomed'], event: id });
  }

  /** Those whose points hang on their thread. */
  private async threadPosts(threads: readonly string[]): Promise<string[]> {
    const posts = await this.db.query<{ id: string }>(
      `select accepted_post_id as id from thread where id = any($1) and accepted_post_id is not null
       union select e.post_id from reputation_entry e join post p on p.id = e.post_id where p.thread_id = any($1) and e.rule in ('accepted', 'askerAccepted', 'welcomed')
       union select id from post where thread_id = any($1) and kind = 'opening' -- what was an answer, and earned as one
       union select min(p.id) from post p join thread t on t.id = p.thread_id where t.id = any($1) and p.kind <> 'opening' and p.state = 'visible' and not p.is_note and p.author_id <> t.author_id group by t.id`,
      [threads],
    );
    return posts.map((post) => post.id);
  }
}
