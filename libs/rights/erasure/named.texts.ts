import { Injectable } from '@nestjs/common';
import { nameKey } from '#accounts';
import { MentionFinder, NOBODY } from '#forum';
import type { Language } from '#platform/access';
import { renderMarkdown } from '#platform/content';
import { Database } from '#platform/database';
import { ErasedName, namesMentioned, type Said } from './erased.name.js';
import type { Erasure } from './erasure.runner.js';

export const BATCH = 100; // posts looked at in one transaction: at the very worst 20 MB
const POST_BYTES = 200_000;

/** Posts, behind $1, that may hold the name of $2 or the address $3: each kind found by its index, none by reading all. */
const CANDIDATES = (more: string) => `
  (select post_id as id from mention where member_id = $2 and post_id > $1 order by post_id limit ${BATCH})
  union (select id from post where author_id = $2 and id > $1 order by id limit ${BATCH})
  union ${more}
  order by id limit ${BATCH}`;
const ADDRESSED = (table: string, key: string) =>
  `(select ${key} from ${table} where position('@' in source) > 0 and addresses_in(source) && addresses_in($3) and ${key} > $1 order by ${key} limit ${BATCH})`;
const TOLD_OF = `(select post_id from notification where recipient_id = $2 and post_id > $1 order by post_id limit ${BATCH})`; // who was named, and is no more: they were told

interface Post {
  id: string;
  source: string;
  html: string;
  openedAs: string | null;
  authorId: string | null;
  language: Language;
  own: boolean;
}

interface Revision {
  id: string;
  number: number;
  source: string;
  title: string | null;
  reason: string | null;
  fields: unknown;
  authorId: string | null;
  language: Language;
  own: boolean;
  ownThread: boolean;
}

/** Posts with their versions that name the one who leaves: those that mention them, and what they wrote. */
@Injectable()
export class NamedTexts {
  constructor(
    private readonly db: Database,
    private readonly mentions: MentionFinder,
  ) {}

  async posts(erasure: Erasure): Promise<string | null> {
    const { memberId, after, email } = erasure;
    const found = await this.db.query<Post>(
      `select p.id, p.source, p.html, p.opened_as as "openedAs", p.author_id as "authorId", t.language, p.author_id is not distinct from $2 as own
       from post p join thread t on t.id = p.thread_id where p.id in (${CANDIDATES(ADDRESSED('post', 'id'))}) order by p.id for no key update of p`,
      [after, memberId, email],
    );
    const others = found.length > 0 ? await this.othersAlike(erasure) : [];
    const before = new Set<string>();
    for (const post of found) {
      const mentioned = namesMentioned(post.html, memberId);
      for (const name of mentioned) before.add(name);
      const names = [...new Set([erasure.name, ...erasure.names, ...mentioned])];
      const name = new ErasedName(memberId, names, erasure.email, others);
      const said = await this.said(post.source, post.language, post.own, post.authorId ?? NOBODY, this.keysOf(names, memberId));
      const source = name.without(post.source, { ...said, markdown: true, fits: bytes(POST_BYTES) });
      const openedAs = post.openedAs && name.without(post.openedAs, { ...said, fits: letters(300) });
      if (source === post.source && openedAs === post.openedAs && mentioned.length === 0) continue;
      const { html, renderer } = renderMarkdown(source, await this.mentions.in(source, post.authorId ?? NOBODY));
      // another version: a form that was opened before must not bring the name back
      await this.db.query('update post set source = $2, html = $3, renderer = $4, opened_as = $5, version = version + 1 where id = $1', [post.id, source, html, renderer, openedAs]);
    }
    if (before.size > 0) {
      await this.db.query('update erasure set names = array(select distinct unnest(names || $2::text[])) where member_id = $1', [memberId, [...before].filter((each) => each !== erasure.name)]);
    }
    return found.length === BATCH ? found.at(-1)!.id : null;
  }

  async revisions(erasure: Erasure): Promise<string | null> {
    const { memberId, after, email } = erasure;
    const posts = await this.db.query<{ id: string }>(CANDIDATES(`${TOLD_OF} union ${ADDRESSED('revision', 'post_id')}`), [after, memberId, email]);
    const found = await this.db.query<Revision>(
      `select r.post_id as id, r.number, r.source, r.title, r.reason, r.fields, p.author_id as "authorId", t.language,
         p.author_id is not distinct from $2 as own, t.author_id is not distinct from $2 as "ownThread"
       from revision r join post p on p.id = r.post_id join thread t on t.id = p.thread_id
       where r.post_id = any($1) and (p.author_id is not distinct from $2 or r.created_at >= (select created_at from member where id = $2))`,
      [posts.map(({ id }) => id), memberId],
    );
    const name = await this.named(erasure);
    const keys = await this.freeKeys(erasure);
    for (const { id, number, language, own, ownThread, ...texts } of found) {
      const said = await this.said(`${texts.source}\n${texts.title ?? ''}\n${texts.reason ?? ''}\n${JSON.stringify(texts.fields)}`, language, own, texts.authorId ?? NOBODY, keys);
      const source = name.without(texts.source, { ...said, markdown: true, fits: bytes(POST_BYTES) });
      const title = texts.title && name.without(texts.title, { ...said, own: ownThread, fits: letters(300) });
      const reason = texts.reason && name.without(texts.reason, { ...said, fits: letters(300) });
      const fields = texts.fields === null ? null : JSON.stringify(name.withoutIn(texts.fields, { ...said, own: ownThread }));
      await this.db.query('update revision set source = $3, title = $4, reason = $5, fields = $6 where post_id = $1 and number = $2', [id, number, source, title, reason, fields]);
    }
    return posts.length === BATCH ? posts.at(-1)!.id : null;
  }

  /** Whom the text names, the one who leaves among them: their name is nobody's in `member` any more. */
  async said(text: string, language: Language, own: boolean, authorId: string, keys: ReadonlyMap<string, string>): Promise<Said> {
    return { language, own, markdown: false, named: await this.mentions.in(text, authorId, keys), fits: () => true };
  }

  async named(erasure: Erasure): Promise<ErasedName> {
    return new ErasedName(erasure.memberId, [erasure.name, ...erasure.names], erasure.email, await this.othersAlike(erasure));
  }

  /** The names that mean the one who leaves, but for those which somebody else has by now. */
  async freeKeys({ name, names, memberId }: Erasure): Promise<ReadonlyMap<string, string>> {
    const keys = this.keysOf([name, ...names], memberId);
    const taken = new Set((await this.db.query<{ key: string }>('select name_key as key from member where name_key = any($1) and id <> $2', [[...keys.keys()], memberId])).map(({ key }) => key));
    return new Map([...keys].filter(([key]) => !taken.has(key)));
  }

  private keysOf(names: readonly string[], memberId: string): Map<string, string> {
    return new Map(names.map((name) => [nameKey(name), memberId]));
  }

  /** Members whose names hold this one: "Mina Berg" stays when Mina leaves. */
  private async othersAlike({ name, memberId }: Erasure): Promise<string[]> {
    return (await this.db.query<{ name: string }>('select name from member where id <> $2 and name <> $1 and position(lower($1) in lower(name)) > 0 order by id limit 500', [name, memberId])).map((row) => row.name);
  }
}

/** What a column that counts bytes takes. */
export function bytes(most: number): (text: string) => boolean {
  return (text) => Buffer.byteLength(text) <= most;
}

/** What a column that counts letters takes. */
export function letters(most: number): (text: string) => boolean {
  return (text) => [...text].length <= most;
}
