import { Injectable } from '@nestjs/common';
import { NOBODY } from '#forum';
import { EntryKind, entryText } from '#knowledge';
import type { Language } from '#platform/access';
import { Database } from '#platform/database';
import type { Erasure } from './erasure.runner.js';
import { BATCH, bytes, letters, NamedTexts } from './named.texts.js';

const ENTRY_BYTES = 240_000; // the longest text of an entry, in whatever letters
const TITLE_LETTERS = 200;

interface Told {
  id: string;
  number: number | null;
  kind: EntryKind;
  language: Language;
  title: string;
  source: string;
  /** Where a change waits, its texts and not those that everyone reads. */
  waiting: boolean;
}

/** What articles and FAQ entries, their versions and what waits beside them say of the one who leaves. What they wrote for the company stays, without their name. */
@Injectable()
export class ToldKnowledge {
  constructor(
    private readonly db: Database,
    private readonly texts: NamedTexts,
  ) {}

  async next(erasure: Erasure): Promise<string | null> {
    const { memberId, after, name: called, names, email, removesTexts } = erasure;
    const sought = [...[called, ...names].map((each) => `@${each}`), ...(email ? [email] : [])];
    const entries = (await this.db.query<{ id: string }>(
      `select e.id from knowledge_entry e where e.id > $1 and exists (select from unnest($2::text[]) sought where position(lower(sought) in lower(e.title || ' ' || e.source || ' ' || coalesce(e.waiting_title || ' ' || e.waiting_source, ''))) > 0
         or exists (select from knowledge_version v where v.entry_id = e.id and position(lower(sought) in lower(v.title || ' ' || v.source)) > 0)) order by e.id limit ${BATCH} for no key update`,
      [after, sought],
    )).map(({ id }) => id);
    const found = await this.db.query<Told>(
      `select id, null::int as number, kind, language, title, source, false as waiting from knowledge_entry where id = any($1)
       union all select id, null, kind, language, waiting_title, waiting_source, true from knowledge_entry where id = any($1) and waiting_source is not null
       union all select v.entry_id, v.number, e.kind, e.language, v.title, v.source, false from knowledge_version v join knowledge_entry e on e.id = v.entry_id where v.entry_id = any($1)`,
      [entries],
    );
    const name = await this.texts.named(erasure);
    const keys = await this.texts.freeKeys(erasure);
    for (const told of found) {
      const said = await this.texts.said(`${told.title}\n${told.source}`, told.language, false, NOBODY, keys);
      const title = name.without(told.title, { ...said, fits: letters(TITLE_LETTERS) });
      const source = name.without(told.source, { ...said, markdown: true, fits: bytes(ENTRY_BYTES) });
      if (title !== told.title || source !== told.source) await this.write(told, title, source);
    }
    if (removesTexts) {
      // begun, and never shown to anybody
      await this.db.query('delete from knowledge_entry e where e.owner_id = $1 and e.published_at is null and not exists (select from knowledge_source s where s.entry_id = e.id)', [memberId]);
      await this.db.query('update knowledge_entry set waiting_title = null, waiting_source = null, waiting_at = null, version = version + 1 where waiting_by = $1', [memberId]);
    }
    return entries.length === BATCH ? entries.at(-1)! : null;
  }

  private async write({ id, number, kind, waiting }: Told, title: string, source: string): Promise<void> {
    const { slug, html, renderer } = entryText(kind, title, source);
    if (number !== null) await this.db.query('update knowledge_version set title = $3, source = $4, html = $5 where entry_id = $1 and number = $2', [id, number, title, source, html]);
    else if (waiting) await this.db.query('update knowledge_entry set waiting_title = $2, waiting_source = $3, version = version + 1 where id = $1', [id, title, source]);
    else await this.db.query('update knowledge_entry set title = $2, slug = $3, source = $4, html = $5, renderer = $6, version = version + 1 where id = $1', [id, title, slug, source, html, renderer]);
  }
}
