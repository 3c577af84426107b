import { Injectable } from '@nestjs/common';
import { NOBODY, threadSlug } from '#forum';
import type { Language } from '#platform/access';
import { Database } from '#platform/database';
import { ErasedName, escapedHtml, type Said } from './erased.name.js';
import type { Erasure } from './erasure.runner.js';
import { mailsOf } from './mails.of.js';
import { BATCH, bytes, letters, NamedTexts } from './named.texts.js';

const MAIL_BYTES = 200_000;
const JSON_BYTES = { draft: 400_000, saved_submission: 200_000 };

/** Threads, behind $1, that $2 wrote in, was named in or was told of. */
const THREADS = `
  select thread_id as id from post where author_id = $2 and thread_id > $1
  union select p.thread_id from mention m join post p on p.id = m.post_id where m.member_id = $2 and p.thread_id > $1
  union select thread_id from notification where recipient_id = $2 and thread_id > $1
  order by id limit ${BATCH}`;

interface Row {
  id: string;
  text: string;
  language: Language;
  own: boolean;
}

/** What names the one who leaves beside posts: titles, fields, notices, what was searched for, drafts, mails. */
@Injectable()
export class ToldTexts {
  constructor(
    private readonly db: Database,
    private readonly texts: NamedTexts,
  ) {}

  /** Of threads from before they came, only their own: there `@name` meant something else. */
  async threads(erasure: Erasure): Promise<string | null> {
    const threads = (await this.db.query<{ id: string }>(THREADS, [erasure.after, erasure.memberId])).map(({ id }) => id);
    const since = `(x.own or t.created_at >= (select created_at from member where id = $2))`;
    const of = (table: string, key: string, column: string, own = `t.author_id is not distinct from $2`) =>
      this.db.query<Row>(
        `select ${key} as id, x.${column} as text, t.language, x.own from thread t join lateral (select ${table}.*, ${own} as own from ${table} where ${table === 'thread' ? 'id' : 'thread_id'} = t.id) x on true
         where t.id = any($1) and x.${column} is not null and ${since} order by 1`,
        [threads, erasure.memberId],
      );
    await this.db.query('select from thread where id = any($1) order by id for no key update', [threads]);
    const name = await this.texts.named(erasure);
    const keys = await this.texts.freeKeys(erasure);
    const change = async (rows: Row[], most: number, write: (row: Row, text: string) => Promise<unknown>) => {
      for (const row of rows) {
        const text = name.without(row.text, { ...(await this.texts.said(row.text, row.language, row.own, NOBODY, keys)), fits: letters(most) });
        if (text !== row.text) await write(row, text);
      }
    };
    await change(await of('thread', 'x.id', 'title'), 300, ({ id }, title) => this.db.query('update thread set title = $2, slug = $3 where id = $1', [id, title, threadSlug(title)]));
    await change(await of('service_notice', 'x.thread_id', 'affected'), 200, ({ id }, text) => this.db.query('update service_notice set affected = $2 where thread_id = $1', [id, text]));
    await change(await of('notice_update', 'x.id', 'body', 'notice_update.author_id is not distinct from $2'), 500, ({ id }, text) => this.db.query('update notice_update set body = $2 where id = $1', [id, text]));
    await change(await of('deflection', 'x.id', 'asked', 'false'), 200, ({ id }, text) => this.db.query('update deflection set asked = $2 where id = $1', [id, text]));
    await change(await of('thread_field', `x.thread_id || '.' || x.field_id`, 'value'), 120, ({ id }, text) => this.db.query('update thread_field set value = $3 where thread_id = $1 and field_id = $2', [...id.split('.'), text]));
    await this.regions(threads, erasure, name, keys);
    return threads.length === BATCH ? threads.at(-1)! : null;
  }

  /** What is in no thread: others' drafts, texts that wait for an address, and what was searched for. Weeks of them at most. */
  async kept(erasure: Erasure): Promise<null> {
    const { memberId, name: called, names, email } = erasure;
    const name = await this.texts.named(erasure);
    const keys = await this.texts.freeKeys(erasure);
    // of what many searched for, a line less hurts nobody
    const sought = [...[called, ...names].map((each) => `@${each}`), ...(email ? [email] : [])];
    const saysOne = (column: string) => `exists (select from unnest($1::text[]) sought where position(lower(sought) in lower(${column})) > 0)`;
    await this.db.query(`delete from search_gap where ${saysOne('words')}`, [sought]);
    await this.db.query(`update deflection set asked = null where entry_id is not null and ${saysOne('asked')}`, [sought]);
    for (const [table, key, json] of [['draft', 'place', 'fields'], ['saved_submission', 'id::text', 'input']] as const) {
      const found = await this.db.query<{ member: string; key: string; json: unknown; bytes: number; language: Language }>(
        `select d.member_id as member, d.${key} as key, d.${json} as json, octet_length(d.${json}::text) as bytes, m.language from ${table} d join member m on m.id = d.member_id
         where d.member_id <> $2 and exists (select from unnest($1::text[]) sought where position(lower(sought) in lower(d.${json}::text)) > 0) for no key update of d`,
        [[...[called, ...names].map((each) => JSON.stringify(`@${each}`).slice(1, -1)), ...(email ? [email] : [])], memberId],
      );
      for (const row of found) {
        const text = JSON.stringify(row.json);
        const room = JSON_BYTES[table] - row.bytes + Buffer.byteLength(text); // PostgreSQL writes JSON with more spaces
        const said = { ...(await this.texts.said(text, row.language, false, row.member, keys)), markdown: true, fits: bytes(room) };
        await this.db.query(`update ${table} set ${json} = $3 where member_id = $1 and ${key} = $2`, [row.member, row.key, JSON.stringify(name.withoutIn(row.json, said))]);
      }
    }
    return null;
  }

  /** Mails to others that say who it was: what has left cannot be fetched back, and what is kept of it can. One that waits is sent as it was written, and loses its text then. */
  async mails(erasure: Erasure): Promise<string | null> {
    const { memberId, name: called, email } = erasure;
    await this.db.query(`delete from mail where ${mailsOf('$1')} and state <> 'queued'`, [memberId]);
    const found = await this.db.query<{ id: string; subject: string; text: string | null; html: string | null; language: Language }>(
      `select l.id, l.subject, l.text, l.html, coalesce(m.language, 'en') as language from mail l left join member m on lower(m.email) = lower(l.recipient)
       where l.id > $1 and l.state <> 'queued' and (position($2 in l.subject) > 0 or position($2 in l.text) > 0 or position($3 in l.html) > 0) order by l.id limit ${BATCH} for no key update of l`,
      [erasure.after, called, escapedHtml(called)],
    );
    const [name, inHtml] = [called, escapedHtml(called)].map((each) => new ErasedName(memberId, [each], email)) as [ErasedName, ErasedName];
    const named: Said['named'] = { at: () => null, take: () => false };
    for (const { id, subject, text, html, language } of found) {
      const said = { language, own: true, markdown: false, named };
      const full = { ...said, fits: bytes(MAIL_BYTES) };
      await this.db.query('update mail set subject = $2, text = $3, html = $4 where id = $1', [
        id, name.without(subject, { ...said, fits: letters(300) }), text === null ? null : name.without(text, full), html === null ? null : inHtml.without(html, full),
      ]);
    }
    return found.length === BATCH ? found.at(-1)!.id : null;
  }

  private async regions(threads: readonly string[], erasure: Erasure, name: ErasedName, keys: ReadonlyMap<string, string>): Promise<void> {
    const found = await this.db.query<{ id: string; regions: string[]; language: Language; own: boolean }>(
      `select n.thread_id as id, n.regions, t.language, t.author_id is not distinct from $2 as own from service_notice n join thread t on t.id = n.thread_id where t.id = any($1) and cardinality(n.regions) > 0`,
      [threads, erasure.memberId],
    );
    for (const { id, regions, language, own } of found) {
      const changed = name.withoutIn(regions, await this.texts.said(regions.join('\n'), language, own, NOBODY, keys));
      await this.db.query('update service_notice set regions = $2 where thread_id = $1 and regions <> $2', [id, changed]);
    }
  }
}
