import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import { type Actor, parentVisibleTo, visibleTo } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import type { Thread } from '../thread/thread.type.js';
import { type Post, type PostConnection, VoteChoice } from './post.type.js';

const COLUMNS = `
  p.id as key, 'pst_' || p.id as id, p.thread_id as "threadKey", p.parent_id as "parentKey", p.kind, p.source, p.html, p.score, p.official,
  p.comment_count as "commentCount", p.created_at as "createdAt", p.edited_at as "editedAt", p.author_id as "authorId",
  ${memberJson('a')} as author, p.author_name as "authorName",
  t.author_id as "askerId", t.kind as "threadKind", t.closed_at is not null as "threadClosed", coalesce(t.accepted_post_id = p.id, false) as accepted`;

const FROM = 'from post p join thread t on t.id = p.thread_id left join member a on a.id = p.author_id';

type PostRow = Post & { parentKey: string | null };

/** Cursor of an answer list: its place in the order accepted, official, score, age. Replies stand by age alone. */
const placeOf = (row: Post) => [row.accepted ? 1 : 0, row.official ? 1 : 0, row.score, row.key];
const replyPlaceOf = (row: Post) => [0, 0, 0, row.key];
export const ANSWER_CURSOR = ['number', 'number', 'number', 'key'] as const;

@Injectable()
export class PostReader {
  constructor(private readonly db: Database) {}

  async byIds(actor: Actor, keys: readonly string[]): Promise<Map<string, Post>> {
    return this.map(`p.id = any($1) and ${visible(actor)}`, keys, (row) => row.key);
  }

  /** The opening posts of threads, by the thread's key. */
  async openings(actor: Actor, threadKeys: readonly string[]): Promise<Map<string, Post>> {
    return this.map(`p.thread_id = any($1) and p.kind = 'opening' and ${visible(actor)}`, threadKeys, (row) => row.threadKey);
  }

  /**
   * A page of answers: the accepted one, then official ones, then by score, then by age. The accepted one is known by the
   * thread's pointer, so that the index orders all others and a page costs the same wherever it lies.
   */
  async answers(actor: Actor, thread: Thread, page: Page): Promise<PostConnection> {
    if (thread.kind !== 'question') return this.replies(actor, thread.key, page);
    const parameters: unknown[] = [thread.key, thread.acceptedKey, page.limit + 1];
    const rest = `p.thread_id = $1 and p.kind = 'answer' and ${visible(actor)} and p.id is distinct from $2::bigint`;
    const direction = page.backwards ? 'asc' : 'desc';
    const order = `p.official ${direction}, p.score ${direction}, (-p.id) ${direction}`;
    let beyond = '';
    if (page.from && page.from[0] === '0') {
      parameters.push(page.from[1] === '1', page.from[2], page.from[3]);
      beyond = `and (p.official, p.score, -p.id) ${page.backwards ? '>' : '<'} ($4::boolean, $5::int, -($6::bigint))`;
    }
    const acceptedRow = `select ${COLUMNS} ${FROM} where p.id = $2 and p.thread_id = $1 and ${visible(actor)}`;
    const others = `select ${COLUMNS} ${FROM} where ${rest} ${beyond} order by ${order} limit $3`;
    // the accepted one leads the list: it is on the first page only, or ends the way back
    const fromStart = page.from === null || (page.backwards && page.from[0] === '0');
    const beforeAccepted = page.backwards && page.from?.[0] === '1';
    const parts = beforeAccepted ? [] : page.backwards ? [others, ...(fromStart ? [acceptedRow] : [])] : [...(fromStart ? [acceptedRow] : []), others];
    if (parts.length === 0) return pageOf<Post>(page, [], placeOf);
    const rows = await this.db.query<PostRow>(
      `select * from (${parts.map((part) => `(${part})`).join(' union all ')}) found
       order by accepted ${direction}, official ${direction}, score ${direction}, (-key) ${direction} limit $3`,
      parameters,
    );
    return pageOf(page, rows.map(dated), placeOf);
  }

  /** A page of what was replied where nothing is asked: a conversation is read in the order it was held. */
  private async replies(actor: Actor, threadKey: string, page: Page): Promise<PostConnection> {
    const beyond = page.from ? `and p.id ${page.backwards ? '<' : '>'} $3::bigint` : '';
    const rows = await this.db.query<PostRow>(
      `select ${COLUMNS} ${FROM} where p.thread_id = $1 and p.kind = 'answer' and ${visible(actor)} ${beyond} order by p.id ${page.backwards ? 'desc' : 'asc'} limit $2`,
      [threadKey, page.limit + 1, ...(page.from ? [page.from[3]] : [])],
    );
    return pageOf(page, rows.map(dated), replyPlaceOf);
  }

  /** The oldest comments under each post, at most `limit` each; one statement for all posts of a page. */
  async comments(actor: Actor, parentKeys: readonly string[], limit: number): Promise<Map<string, Post[]>> {
    const rows = await this.db.query<PostRow>(
      `select ${COLUMNS} from unnest($1::bigint[]) parent (id) cross join lateral (
         select * from post p where p.parent_id = parent.id and p.kind = 'comment' and ${visibleTo(actor, 'p')} order by p.id limit $2) p
       join thread t on t.id = p.thread_id left join member a on a.id = p.author_id
       where ${visibleTo(actor, 't')} order by p.id`,
      [parentKeys, limit],
    );
    return Map.groupBy(rows.map(dated), (row) => row.parentKey!);
  }

  /** One page of the comments under a post, oldest first. */
  async commentPage(actor: Actor, parentKey: string, page: Page): Promise<PostConnection> {
    const beyond = page.from ? `and p.id ${page.backwards ? '<' : '>'} $3::bigint` : '';
    const rows = await this.db.query<PostRow>(
      `select ${COLUMNS} ${FROM} where p.parent_id = $1 and p.kind = 'comment' and ${visible(actor)} ${beyond}
       order by p.id ${page.backwards ? 'desc' : 'asc'} limit $2`,
      [parentKey, page.limit + 1, ...(page.from ?? [])],
    );
    return pageOf(page, rows.map(dated), (row) => [row.key]);
  }

  async votesOf(memberId: string, postKeys: readonly string[]): Promise<Map<string, VoteChoice>> {
    const rows = await this.db.query<{ post_id: string; value: number }>('select post_id, value from vote where member_id = $1 and post_id = any($2)', [memberId, postKeys]);
    return new Map(rows.map((row) => [row.post_id, row.value === 1 ? VoteChoice.up : VoteChoice.down]));
  }

  private async map(where: string, keys: readonly string[], keyOf: (row: PostRow) => string): Promise<Map<string, Post>> {
    const rows = await this.db.query<PostRow>(`select ${COLUMNS} ${FROM} where ${where}`, [keys]);
    return new Map(rows.map((row) => [keyOf(row), dated(row)]));
  }
}

/** A post is seen where it, its thread and, of a comment, the post above it are: what is hidden hides all that stands under it. */
function visible(actor: Actor): string {
  return `${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')} and ${parentVisibleTo(actor)}`;
}

function dated(row: PostRow): PostRow {
  if (row.author) row.author.createdAt = new Date(row.author.createdAt);
  return row;
}
