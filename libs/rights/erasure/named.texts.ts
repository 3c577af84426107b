import { Injectable } from '@nestjs/common';
import { MentionFinder, NOBODY, threadSlug } from '#forum';
import type { Language } from '#platform/access';
import { renderMarkdown } from '#platform/content';
import { Database } from '#platform/database';
import { ErasedName, FORMER, namesMentioned } from './erased.name.js';
import type { Erasure } from './erasure.runner.js';

const WINDOW = 2_000; // keys looked at by one statement, whatever there is behind them: some 4 MB of text

const HOLDS = (column: string) => `(position(lower($3) in lower(${column})) > 0 or ($4::text is not null and position(lower($4) in lower(${column})) > 0))`;
const THEIRS = (thread: string) => `exists (select from post own where own.thread_id = ${thread} and own.author_id = $5)`;

interface Named {
  id: string;
  language: Language;
  /** They wrote in this thread. */
  theirs: boolean;
}

/** What others wrote to and about the one who leaves: posts with their versions, titles, drafts, mails. */
@Injectable()
export class NamedTexts {
  constructor(
    private readonly db: Database,
    private readonly mentions: MentionFinder,
  ) {}

  async posts(erasure: Erasure): Promise<string | null> {
    const { memberId } = erasure;
    const found = await this.db.query<Named & { source: string; html: string; openedAs: string | null; authorId: string | null }>(
      `select p.id, p.source, p.html, p.opened_as as "openedAs", p.author_id as "authorId", t.language, ${THEIRS('p.thread_id')} as theirs from post p join thread t on t.id = p.thread_id
       where p.id > $1::bigint and p.id <= $2::bigint and (${HOLDS('p.source')} or ${HOLDS(`coalesce(p.opened_as, '')`)} or position('href="/m/' || $5::bigint || '"' in p.html) > 0) order by p.id for no key update of p`,
      this.window(erasure),
    );
    const others = found.length > 0 ? await this.othersAlike(erasure) : [];
    for (const post of found) {
      const name = new ErasedName([erasure.name, ...namesMentioned(post.html, memberId)], erasure.email, others);
      const source = name.without(post.source, post.language, post.theirs);
      const openedAs = post.openedAs && name.without(post.openedAs, post.language, post.theirs);
      if (source === post.source && openedAs === post.openedAs && !post.html.includes(`href="/m/${memberId}"`)) continue;
      const { html, renderer } = renderMarkdown(source, await this.mentions.in(source, post.authorId ?? NOBODY));
      // another version: a form that was opened before must not bring the name back
      await this.db.query('update post set source = $2, html = $3, renderer = $4, opened_as = $5, version = version + 1 where id = $1', [post.id, source, html, renderer, openedAs]);
    }
    return this.behind(erasure, 'post');
  }

  async revisions(erasure: Erasure): Promise<string | null> {
    const found = await this.db.query<Named & { number: number; source: string; title: string | null; reason: string | null }>(
      `select r.post_id as id, r.number, r.source, r.title, r.reason, t.language, ${THEIRS('p.thread_id')} as theirs from revision r join post p on p.id = r.post_id join thread t on t.id = p.thread_id
       where r.post_id > $1::bigint and r.post_id <= $2::bigint and (${HOLDS('r.source')} or ${HOLDS(`coalesce(r.title, '')`)} or ${HOLDS(`coalesce(r.reason, '')`)})`,
      this.window(erasure),
    );
    const name = await this.named(erasure);
    for (const { id, number, language, theirs, ...texts } of found) {
      const [source, title, reason] = [texts.source, texts.title, texts.reason].map((text) => text && name.without(text, language, theirs));
      await this.db.query('update revision set source = $3, title = $4, reason = $5 where post_id = $1 and number = $2', [id, number, source, title, reason]);
    }
    return this.behind(erasure, 'post');
  }

  async threads(erasure: Erasure): Promise<string | null> {
    const found = await this.db.query<Named & { title: string }>(
      `select t.id, t.title, t.language, ${THEIRS('t.id')} as theirs from thread t where t.id > $1::bigint and t.id <= $2::bigint and ${HOLDS('t.title')} order by t.id for no key update of t`,
      this.window(erasure),
    );
    const name = await this.named(erasure);
    for (const { id, title, language, theirs } of found) {
      const changed = name.without(title, language, theirs).slice(0, 300);
      if (changed !== title) await this.db.query('update thread set title = $2, slug = $3 where id = $1', [id, changed, threadSlug(changed)]);
    }
    return this.behind(erasure, 'thread');
  }

  /** What others typed before they opened a thread. */
  async asked(erasure: Erasure): Promise<string | null> {
    const found = await this.db.query<Named & { asked: string }>(
      `select d.id, d.asked, t.language, ${THEIRS('d.thread_id')} as theirs from deflection d join thread t on t.id = d.thread_id where d.id > $1::bigint and d.id <= $2::bigint and ${HOLDS('d.asked')}`,
      this.window(erasure),
    );
    const name = await this.named(erasure);
    for (const { id, asked, language, theirs } of found) await this.db.query('update deflection set asked = $2 where id = $1', [id, name.without(asked, language, theirs).slice(0, 200)]);
    return this.behind(erasure, 'deflection');
  }

  /** What is not in a thread: others' drafts, texts that wait for an address, what staff said in service notices, mails that were written. Few, or weeks of them at most. */
  async kept(erasure: Erasure): Promise<null> {
    const { memberId, name: called, email } = erasure;
    const name = await this.named(erasure);
    for (const [table, key, json] of [['draft', 'place', 'fields'], ['saved_submission', 'id::text', 'input']] as const) {
      const found = await this.db.query<{ member: string; key: string; json: unknown; language: Language }>(
        `select d.member_id as member, d.${key} as key, d.${json} as json, m.language from ${table} d join member m on m.id = d.member_id
         where d.member_id <> $2 and position('@' || lower($1) in lower(d.${json}::text)) > 0 for no key update of d`,
        [called, memberId],
      );
      for (const row of found) await this.db.query(`update ${table} set ${json} = $3 where member_id = $1 and ${key} = $2`, [row.member, row.key, JSON.stringify(name.withoutIn(row.json, row.language))]);
    }
    for (const [table, key, column, most] of [['notice_update', 'id', 'body', 500], ['service_notice', 'thread_id', 'affected', 200]] as const) {
      const found = await this.db.query<Named & { text: string }>(
        `select n.${key} as id, n.${column} as text, t.language, exists (select from post own where own.thread_id = n.thread_id and own.author_id = $3) as theirs
         from ${table} n join thread t on t.id = n.thread_id where position(lower($1) in lower(n.${column})) > 0 or position(lower($2) in lower(n.${column})) > 0 for no key update of n`,
        [called, email, memberId],
      );
      for (const { id, text, language, theirs } of found) await this.db.query(`update ${table} set ${column} = left($2, ${most}) where ${key} = $1`, [id, name.without(text, language, theirs)]);
    }
    await this.db.query(`delete from mail where lower(recipient) = lower($1) and state <> 'queued'`, [email]);
    // mails to others say who it was, in either language: what has left cannot be fetched back, and what is kept of it can
    await this.db.query(
      `update mail set subject = left(replace(subject, $1, $2), 300), text = replace(text, $1, $2), html = replace(html, $1, $2)
       where lower(recipient) is distinct from lower($3) and (position($1 in subject) > 0 or position($1 in text) > 0 or position($1 in html) > 0)`,
      [called, FORMER.en, email],
    );
    return null;
  }

  private async named(erasure: Erasure): Promise<ErasedName> {
    return new ErasedName([erasure.name], erasure.email, await this.othersAlike(erasure));
  }

  /** Members whose names hold this one: "Mina Berg" stays when Mina leaves. */
  private async othersAlike({ name, memberId }: Erasure): Promise<string[]> {
    return (await this.db.query<{ name: string }>('select name from member where id <> $2 and name <> $1 and position(lower($1) in lower(name)) > 0 order by id limit 500', [name, memberId])).map((row) => row.name);
  }

  private window({ after, name, email, memberId }: Erasure): unknown[] {
    return [after, String(BigInt(after) + BigInt(WINDOW)), name, email, memberId];
  }

  private async behind({ after }: Erasure, table: 'post' | 'thread' | 'deflection'): Promise<string | null> {
    const next = BigInt(after) + BigInt(WINDOW);
    return (await this.db.query(`select from ${table} where id > $1 limit 1`, [String(next)])).length > 0 ? String(next) : null;
  }
}
