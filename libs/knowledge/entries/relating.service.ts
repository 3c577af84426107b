import { setImmediate as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { plainText } from '#platform/content';
import { Database } from '#platform/database';
import type { Language } from '#platform/language';
import { likestOf } from '../grouping/likest.js';

const MOST_COMPARED = 5_000; // what most need: no company writes more
const RELATED_MOST = 5; // of one entry: as many as are read
const ALIKE = 0.12; // cosine of titles and beginnings: below, two share a word that everybody uses

interface Compared {
  id: string;
  language: Language;
  title: string;
  html: string;
}

/** Finds for each entry those that say something alike, in its language. */
@Injectable()
export class RelatingService {
  constructor(private readonly db: Database) {}

  /** Compares all of them where one has come, gone or changed since the last time; whether it did. */
  async relate(): Promise<boolean> {
    const changed = await this.db.one(
      `select from knowledge_entry e left join knowledge_relating r on true where r.at is null or e.changed_at > r.at or r.at < now() - interval '1 day' limit 1`,
    );
    if (!changed) return false;
    const { now } = (await this.db.one<{ now: Date }>('select now() as now'))!; // what changes meanwhile is compared the next time
    const [from, to, likeness]: [string[], string[], number[]] = [[], [], []];
    for (const language of ['de', 'en'] as const) {
      const entries = await this.entries(language);
      const likest = await likestOf(entries.map(({ title, html }) => ({ language, text: `${title} ${plainText(html)}` })), { most: RELATED_MOST, least: ALIKE }, () => pause());
      for (const [place, others] of likest.entries()) {
        for (const other of others) {
          from.push(entries[place]!.id);
          to.push(entries[other.place]!.id);
          likeness.push(other.likeness);
        }
      }
    }
    await this.db.transaction(async () => {
      await this.db.query('insert into knowledge_relating (at) values ($1) on conflict (sole) do update set at = excluded.at', [now]); // of two at once, the second waits here
      await this.db.query('delete from knowledge_related');
      await this.db.query(
        `insert into knowledge_related (entry_id, related_id, likeness) select r.* from unnest($1::bigint[], $2::bigint[], $3::real[]) r (one, other, likeness)
         join knowledge_entry a on a.id = r.one join knowledge_entry b on b.id = r.other`,
        [from, to, likeness],
      );
    });
    return true;
  }

  private entries(language: Language): Promise<Compared[]> {
    return this.db.query<Compared>(
      `select e.id, e.language, e.title, left(e.html, 2000) as html from knowledge_entry e where e.language = $1 and e.state in ('published', 'needs_review') and not e.withdrawn order by e.need desc, e.id limit ${MOST_COMPARED}`,
      [language],
    );
  }
}
