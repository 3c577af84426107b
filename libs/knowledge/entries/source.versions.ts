import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Language } from '#platform/language';
import { answerCore } from './answer.core.js';
import { type MergedText, mergedText } from './three.way.js';

/** The core of an answer. */
interface Core {
  /** As the entry says it; the same as `now` where it was not changed, or nobody knows. */
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
    const cores = await this.cores(key);
    if (cores.every(({ before, now }) => before === now)) return null;
    const merged: MergedText = { text, conflicts: [] };
    for (const core of cores) {
      if (core.before === core.now) continue;
      const { head, tail } = others(merged.text, cores.filter((other) => other !== core));
      const among = (own: string) => [...head, own, ...tail].join('\n\n');
      const next = mergedText(among(core.before), merged.text, among(core.now), language);
      merged.text = next.text;
      merged.conflicts.push(...next.conflicts);
    }
    return merged.text === text.trim() && merged.conflicts.length === 0 ? null : merged;
  }

  /** What an answer said in the version that was taken stands in the first revision after it; one that was hidden is shown to nobody. */
  private async cores(key: string): Promise<Core[]> {
    const rows = await this.db.query<Core>(
      `select coalesce(r.source, p.source) as before, p.source as now from knowledge_source s join post p on p.id = s.post_id and p.state = 'visible'
       left join lateral (select source, hidden_at from revision where post_id = p.id and version > s.post_version order by version, number limit 1) r on r.hidden_at is null
       where s.entry_id = $1 order by p.id`,
      [key],
    );
    return rows.map(({ before, now }) => ({ before: answerCore(before), now: answerCore(now) }));
  }
}

/** The paragraphs before and behind an answer's own, which the entry took from others: they are the same on all sides, or they would count as changes. */
function others(text: string, cores: readonly Core[]): { head: string[]; tail: string[] } {
  const foreign = new Set(cores.flatMap(({ before, now }) => [...paragraphs(before), ...paragraphs(now)]));
  const all = paragraphs(text);
  const isOwn = (paragraph: string) => !foreign.has(paragraph);
  const first = all.findIndex(isOwn);
  return first === -1 ? { head: [], tail: [] } : { head: all.slice(0, first), tail: all.slice(all.findLastIndex(isOwn) + 1) };
}

function paragraphs(text: string): string[] {
  return text.trim().split(/\n{2,}/);
}
