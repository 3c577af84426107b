import { Injectable } from '@nestjs/common';
import { type MemberColumns, memberColumns, memberIn } from '#accounts';
import { type Actor, parentVisibleTo, visibleTo } from '#platform/access';
import { Database, encodeId, type Page, pageOf } from '#platform/database';
import type { Thread } from '../thread/thread.type.js';
import { type Post, type PostConnection, VoteChoice } from './post.type.js';

/** What is read of a post itself. Not its source: pages need none, and it is half of what there is. */
const OWN = `p.id, p.thread_id, p.parent_id, p.kind, p.html, p.score, p.official, p.state, p.version, p.opened_as, p.deleted_at, p.deleted_by, p.also_solved_count,
  p.comment_count, p.created_at, p.edited_at, p.author_id, p.author_name`;

const COLUMNS = `
  p.id as key, p.thread_id as "threadKey", p.parent_id as "parentKey", p.kind, p.html, p.score, p.official, p.state, p.version, p.opened_as as "openedAs",
  p.deleted_at as "deletedAt", p.deleted_by as "deletedBy", p.also_solved_count as "alsoSolvedCount",
  p.comment_count as "commentCount", p.created_at as "createdAt", p.edited_at as "editedAt", p.author_id as "authorId", p.author_name as "authorName", ${memberColumns('a')},
  t.author_id as "askerId", t.kind as "threadKind", t.closed_at is not null as "threadClosed", t.state as "threadState",
  (p.kind = 'opening' and t.answer_count > 0 and exists (
    select from post o where o.thread_id = t.id and o.kind = 'answer' and o.state = 'visible' and o.author_id is distinct from p.author_id)) as "answeredByOthers",
  (p.kind = 'opening' and t.has_official) as "hasOfficial", coalesce(t.accepted_post_id = p.id, false) as accepted`;

const JOINED = 'join thread t on t.id = p.thread_id left join member a on a.id = p.author_id';
const FROM = `from post p ${JOINED}`;

const STANDING = `v.value as vote, s.post_id is not null as also, b.post_id is not null as bookmarked`;
const standingOf = (actor: Actor) => `
  left join vote v on v.post_id = p.id and v.member_id = actor(${actor.memberId}) left join also_solved s on s.post_id = p.id and s.member_id = actor(${actor.memberId})
  left join bookmark b on b.post_id = p.id and b.member_id = actor(${actor.memberId})`;

type PostRow = Post & MemberColumns & { parentKey: string | null };
type StandingColumns = { vote: number | null; also: boolean; bookmarked: boolean };

/** How a member stands to a post. */
export interface Standing {
  vote: VoteChoice;
  also: boolean;
  bookmarked: boolean;
}

/** Cursor of an answer list: its place in the order accepted, official, score, age. Replies stand by age alone. */
export const placeIn = (thread: PostsWish['thread']) => (row: Post) => (isAsked(thread) ? [row.accepted ? 1 : 0, row.official ? 1 : 0, row.score, row.key] : [0, 0, 0, row.key]);
export const ANSWER_CURSOR = ['number', 'number', 'number', 'key'] as const;

/** What is wanted of a thread: its opening, or a page of its answers. */
export interface PostsWish {
  thread: Pick<Thread, 'key' | 'acceptedKey' | 'kind'>;
  page: Page | 'opening';
  /** Whether the first comments under them will be asked for, too: then they come along. */
  withComments: boolean;
  /** And how a member stands to them. */
  withStanding: boolean;
}

const FIRST_COMMENTS_MOST = 20; // of a post within its thread

@Injectable()
export class PostReader {
  constructor(private readonly db: Database) {}

  /** The condition under which a post (`p`) of a thread (`t`) is seen. */
  readonly visible = visible;

  async byIds(actor: Actor, keys: readonly string[]): Promise<Map<string, Post>> {
    return this.map(`p.id = any($1) and ${visible(actor)}`, keys, (row) => row.key);
  }

  /**
   * Openings and pages of answers of threads, all in one statement. Answers of a question: the accepted one, then official ones, then by score, then by age.
   * The accepted one is known by the thread's pointer, so that the index orders all others and a page costs the same wherever it lies.
   * Elsewhere a conversation is read in the order it was held.
   */
  async ofThreads(actor: Actor, wishes: readonly PostsWish[]): Promise<Post[][]> {
    const parameters: unknown[] = [];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const parts = wishes.map(({ thread, page }) => (page === 'opening' ? openingPart(actor, thread, parameter) : answerParts(actor, thread, page, parameter)));
    const wished = parts.flatMap((part, at) => part.map((sql) => `(select ${at} as wish, ${OWN} from post p where ${sql})`)).join(' union all ');
    if (!wished) return wishes.map(() => []);
    const withComments = wishes.some((wish) => wish.withComments);
    const found = withComments ? `with wished as materialized (${wished}) select * from wished union all ${commentsOf(actor, 'wished')}` : wished;
    const withStanding = actor.id !== null && wishes.some((wish) => wish.withStanding);
    const read = wishes.length <= PREPARED_MOST ? this.db.prepared.bind(this.db) : this.db.query.bind(this.db); // each number of wishes is a statement of its own
    const rows = await read<PostRow & StandingColumns & { wish: number }>(
      `select p.wish, ${COLUMNS} ${withStanding ? `, ${STANDING}` : ''} from (${found}) p ${JOINED} ${withStanding ? standingOf(actor) : ''} where ${visibleTo(actor, 't')}`,
      parameters,
    );
    if (withStanding) for (const row of rows) row.standing = standingIn(row);
    const posts = Map.groupBy(rows.map(postIn), ({ wish }) => wish);
    const comments = Map.groupBy(posts.get(COMMENTS) ?? [], ({ parentKey }) => parentKey!);
    return wishes.map(({ thread, page }, at) => {
      const own = posts.get(at) ?? [];
      if (withComments) for (const post of own) post.firstComments = firstOf((comments.get(post.key) ?? []).sort(byAge));
      if (page === 'opening') return own;
      const inOrder = isAsked(thread) ? byWorth : byAge;
      return own.sort((a, b) => (page.backwards ? inOrder(b, a) : inOrder(a, b)));
    });
  }

  /** The oldest comments under each post; one statement for all posts that came without them. */
  async comments(actor: Actor, parentKeys: readonly string[]): Promise<Map<string, Post[]>> {
    const rows = await this.db.prepared<PostRow>(
      `select ${COLUMNS} from (${commentsOf(actor, '(select id, comment_count from post where id = any($1))')}) p ${JOINED}
       where ${visibleTo(actor, 't')} order by p.id`,
      [parentKeys],
    );
    return Map.groupBy(rows.map(postIn), (row) => row.parentKey!);
  }

  /** What was written in them, as it was written. */
  async sources(keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.prepared<{ id: string; source: string }>('select id, source from post where id = any($1)', [keys]);
    return new Map(rows.map(({ id, source }) => [id, source]));
  }

  /** One page of the comments under a post, oldest first. */
  async commentPage(actor: Actor, parentKey: string, page: Page): Promise<PostConnection> {
    const beyond = page.from ? `and p.id ${page.backwards ? '<' : '>'} $2::bigint` : '';
    const rows = await this.db.query<PostRow>(
      `select ${COLUMNS} ${FROM} where p.parent_id = $1 and p.kind = 'comment' and ${visible(actor)} ${beyond}
       order by p.id ${page.backwards ? 'desc' : 'asc'} limit ${page.limit + 1}`,
      [parentKey, ...(page.from ?? [])],
    );
    return pageOf(page, rows.map(postIn), (row) => [row.key]);
  }

  /** One page of what a member asked or opened, or of what they answered, the newest first. */
  async ofAuthor(actor: Actor, authorKey: string, kind: 'opening' | 'answer', page: Page): Promise<PostConnection> {
    const beyond = page.from ? `and p.id ${page.backwards ? '>' : '<'} $2::bigint` : '';
    const rows = await this.db.query<PostRow>(
      `select ${COLUMNS} ${FROM} where p.author_id = $1 and p.kind = '${kind}' and ${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')} ${beyond}
       order by p.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      [authorKey, ...(page.from ?? [])],
    );
    return pageOf(page, rows.map(postIn), (row) => [row.key]);
  }

  /** The latest answers of a thread, whatever they are worth, the newest first. */
  async newestAnswers(actor: Actor, threadKey: string, most: number): Promise<Post[]> {
    const rows = await this.db.prepared<PostRow>(
      `select ${COLUMNS} ${FROM} where p.thread_id = $1 and p.kind = 'answer' and ${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')} order by p.id desc limit ${most}`,
      [threadKey],
    );
    return rows.map(postIn);
  }

  /** How the actor, a member, stands to posts that came without it. */
  async standings(actor: Actor, postKeys: readonly string[]): Promise<Map<string, Standing>> {
    const rows = await this.db.prepared<StandingColumns & { id: string }>(`select p.id, ${STANDING} from unnest($1::bigint[]) p (id) ${standingOf(actor)}`, [postKeys]);
    return new Map(rows.map((row) => [row.id, standingIn(row)]));
  }

  /** When the askers of threads last wrote anything in them; where one has no account, when it was asked. */
  async askerWords(threadKeys: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.db.prepared<{ id: string; at: Date }>(
      `select t.id, coalesce((select p.created_at from post p where p.thread_id = t.id and p.author_id = t.author_id order by p.created_at desc limit 1), t.created_at) as at
       from thread t where t.id = any($1)`,
      [threadKeys],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  private async map(where: string, keys: readonly string[], keyOf: (row: PostRow) => string): Promise<Map<string, Post>> {
    const rows = await this.db.prepared<PostRow>(`select ${COLUMNS} ${FROM} where ${where}`, [keys]);
    return new Map(rows.map((row) => [keyOf(row), postIn(row)]));
  }
}

type Parameter = (value: unknown) => string;

/** As many as are asked for: the first comments of a post. */
export const firstOf = (comments: Post[]) => ({ first }: { first: number }) => comments.slice(0, Math.max(first, 1));

const PREPARED_MOST = 2; // wishes: a thread's page, its opening and its answers
const COMMENTS = -1; // in the place of a wish's number

/** The oldest comments that the actor sees under each of the posts. What is counted is what guests see. */
function commentsOf(actor: Actor, posts: string): string {
  return `(select ${COMMENTS} as wish, c.* from ${posts} parent cross join lateral (
    select ${OWN} from post p where p.parent_id = parent.id and p.kind = 'comment' and ${visibleTo(actor, 'p')} order by p.id limit ${FIRST_COMMENTS_MOST}) c
    ${actor.isMember ? '' : 'where parent.comment_count > 0'})`;
}

function openingPart(actor: Actor, thread: PostsWish['thread'], parameter: Parameter): string[] {
  return [`p.thread_id = ${parameter(thread.key)} and p.kind = 'opening' and ${visibleTo(actor, 'p')}`];
}

function isAsked({ kind }: PostsWish['thread']): boolean {
  return kind === 'question';
}

/** Replies stand by age; of answers the accepted one leads the list: it is on the first page only, or ends the way back. */
function answerParts(actor: Actor, thread: PostsWish['thread'], page: Page, parameter: Parameter): string[] {
  const { key, acceptedKey } = thread;
  const beforeAccepted = isAsked(thread) && page.backwards && page.from?.[0] === '1';
  if (beforeAccepted) return [];
  const threadKey = parameter(key);
  const limit = parameter(page.limit + 1);
  if (!isAsked(thread)) {
    const from = page.from ? `and p.id ${page.backwards ? '<' : '>'} ${parameter(page.from[3])}::bigint` : '';
    return [`p.thread_id = ${threadKey} and p.kind = 'answer' and ${visibleTo(actor, 'p')} ${from} order by p.id ${page.backwards ? 'desc' : 'asc'} limit ${limit}`];
  }
  const beyondAccepted = page.from?.[0] === '0';
  const withAccepted = acceptedKey !== null && (page.from === null || (page.backwards && beyondAccepted));
  const accepted = parameter(acceptedKey);
  const direction = page.backwards ? 'asc' : 'desc';
  const from = beyondAccepted
    ? `and (p.official, p.score, -p.id) ${page.backwards ? '>' : '<'} (${parameter(page.from![1] === '1')}::boolean, ${parameter(page.from![2])}::int, -(${parameter(page.from![3])}::bigint))`
    : '';
  return [
    ...(withAccepted ? [`p.id = ${accepted}::bigint and p.thread_id = ${threadKey} and ${visibleTo(actor, 'p')}`] : []),
    `p.thread_id = ${threadKey} and p.kind = 'answer' and ${visibleTo(actor, 'p')} and p.id is distinct from ${accepted}::bigint ${from}
     order by p.official ${direction}, p.score ${direction}, (-p.id) ${direction} limit ${limit}`,
  ];
}

const byAge = (a: Post, b: Post) => (BigInt(a.key) < BigInt(b.key) ? -1 : 1);
const byWorth = (a: Post, b: Post) => Number(b.accepted) - Number(a.accepted) || Number(b.official) - Number(a.official) || b.score - a.score || byAge(a, b);

/** A post is seen where it, its thread and, of a comment, the post above it are: what is hidden hides all that stands under it. */
function visible(actor: Actor): string {
  return `${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')} and ${parentVisibleTo(actor)}`;
}

function standingIn({ vote, also, bookmarked }: StandingColumns): Standing {
  return { vote: vote === 1 ? VoteChoice.up : vote === -1 ? VoteChoice.down : VoteChoice.none, also, bookmarked };
}

function postIn<Row extends PostRow>(row: Row): Row {
  row.id = encodeId('post', row.key);
  row.parentId = row.parentKey && encodeId('post', row.parentKey);
  row.author = memberIn(row);
  return row;
}
