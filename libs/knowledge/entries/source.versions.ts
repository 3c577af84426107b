import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Language } from '#platform/language';
import { answerCore } from './answer.core.js';
import { type MergedText, mergedText } from './three.way.js';

interface Changed {
  key: string;
  before: string;
  now: string;
}

/** The answers that an entry says again, in the version that it says. */
@Injectable()
export class SourceVersions {
  constructor(private readonly db: Database) {}

  /** From now on the entry says what they say now. */
  async taken(entryKey: string): Promise<void> {
    await this.db.query('update knowledge_source s set post_version = p.version from post p where p.id = s.post_id and s.entry_id = $1', [entryKey]);
  }

  /** The text of an entry with what its answers say now; null where they say what it was made from, or nobody knows what that was. */
  async update({ key, text, language }: { key: string; text: string; language: Language }): Promise<MergedText | null> {
    const changed = await this.changed(key);
    if (changed.length === 0) return null;
    const merged: MergedText = { text, conflicts: [] };
    for (const { before, now } of changed) {
      const next = mergedText(answerCore(before), merged.text, answerCore(now), language);
      merged.text = next.text;
      merged.conflicts.push(...next.conflicts);
    }
    return merged.text === text.trim() && merged.conflicts.length === 0 ? null : merged;
  }

  /** What an answer said in the version that was taken stands in the first revision after it; one that was hidden is shown to nobody. */
  private changed(key: string): Promise<Changed[]> {
    return this.db.query<Changed>(
      `select p.id as key, r.source as before, p.source as now from knowledge_source s join post p on p.id = s.post_id and p.state = 'visible' and p.version > s.post_version
       join lateral (select source, hidden_at from revision where post_id = p.id and version > s.post_version order by version, number limit 1) r on r.hidden_at is null
       where s.entry_id = $1 order by p.id`,
      [key],
    );
  }
}
