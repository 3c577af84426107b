import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { EntryKind } from '../entries/entry.sets.js';
import { entryText } from '../entries/entry.text.js';
import { SourceVersions } from '../entries/source.versions.js';
import { GapGroups } from '../gaps/gap.groups.js';
import { type Answered, AskedGroups } from './asked.groups.js';
import type { Answer, Demand } from './asked.reader.js';
import { putTogether } from './put.together.js';

const WAITING_MOST = 20; // proposals that nobody has looked at: more would bury those who decide
const ASKED_AGAIN = 2; // times as often as when it was rejected: then things have changed

interface Known {
  id: string;
  state: string;
  asked: number;
  sources: string[];
}

/** The FAQ writes itself: what many ask, and an answer that helped, become a draft that says where it comes from and why it is proposed. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly db: Database,
    private readonly asked: AskedGroups,
    private readonly gaps: GapGroups,
    private readonly sources: SourceVersions,
  ) {}

  /** One round over all questions; how many new drafts there are. What an entry answers already joins it, and is not proposed again; what nobody answers is missed. */
  async propose(): Promise<number> {
    const { answered, missed } = await this.asked.groups();
    await this.gaps.keep(missed);
    let room = WAITING_MOST - (await this.waiting());
    let made = 0;
    for (const group of answered) {
      if (await this.join(group)) continue;
      if (room <= 0) continue;
      await this.draft(group);
      made += 1;
      room -= 1;
    }
    return made;
  }

  private async waiting(): Promise<number> {
    return (await this.db.one<{ waiting: number }>(`select count(*)::int as waiting from knowledge_entry where proposal is not null and state = 'draft'`))!.waiting;
  }

  /** Whether an entry answers this already, or somebody has said that it is not wanted. */
  private async join({ threads, demand, answers }: Answered): Promise<boolean> {
    const known = await this.db.query<Known>(
      `select e.id, e.state, coalesce((e.proposal ->> 'asked')::int, 0) as asked, array(select s.post_id::text from knowledge_source s where s.entry_id = e.id) as sources
       from knowledge_entry e where e.kind = 'faq' and e.merged_into is null and e.id in (
         select entry_id from knowledge_question where thread_id = any($1) union select s.entry_id from knowledge_source s join post p on p.id = s.post_id where p.thread_id = any($1))
       order by e.state = 'rejected', e.id`,
      [threads],
    );
    const [entry] = known;
    if (!entry) return false;
    if (entry.state === 'rejected') return !(demand.asked >= ASKED_AGAIN * entry.asked && !known.some(({ sources }) => sources.includes(answers[0]!.postKey)));
    await this.keep(entry.id, threads, entry.state === 'draft' && entry.asked > 0 ? demand : null);
    return true;
  }

  private async draft({ language, question, threads, demand, answers }: Answered): Promise<void> {
    const { text, sources: [best, ...more] } = putTogether(answers as [Answer, ...Answer[]]);
    const { title, slug, source, html, renderer } = entryText(EntryKind.faq, question, text);
    await this.db.transaction(async () => {
      const entry = await this.db.one<{ id: string }>(
        `insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, need) values ('faq', $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [title, slug, source, html, renderer, best!.categoryKey, language, demand.asked],
      );
      await this.db.query('insert into knowledge_source (entry_id, post_id) select $1, unnest($2::bigint[])', [entry!.id, [best!, ...more].map(({ postKey }) => postKey)]);
      await this.sources.taken(entry!.id);
      await this.db.query('select knowledge_tags_of_sources($1)', [entry!.id]);
      await this.keep(entry!.id, threads, demand);
    });
  }

  private async keep(entryKey: string, threads: readonly string[], demand: Demand | null): Promise<void> {
    await this.db.query(
      `with joined as (insert into knowledge_question (entry_id, thread_id) select $1, t.id from thread t where t.id = any($2) order by t.id on conflict do nothing returning entry_id)
       insert into search_mark (entry_id) select distinct entry_id from joined -- it is found by their titles, too`,
      [entryKey, threads],
    );
    await this.db.query('update thread set has_knowledge = true where id in (select id from thread where id = any($1) and not has_knowledge order by id for no key update)', [threads]);
    if (demand) await this.db.query('update knowledge_entry set proposal = $2, need = $3 where id = $1 and proposal is distinct from $2', [entryKey, JSON.stringify(demand), demand.asked]);
  }
}
