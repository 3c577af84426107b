import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Language } from '#platform/language';
import { answerCore } from '../entries/answer.core.js';
import { EntryKind } from '../entries/entry.sets.js';
import { entryText } from '../entries/entry.text.js';
import { groupQuestions } from '../grouping/question.groups.js';
import { type Answer, type Asked, AskedReader, type Demand } from './asked.reader.js';

const ASKED_LEAST = 2; // what one person asked once is no frequent question
const WAITING_MOST = 20; // proposals that nobody has looked at: more would bury those who decide
const SHORTEST_TITLE = 5; // characters, as an entry wants them
const ASKED_AGAIN = 2; // times as often as when it was rejected: then things have changed

interface Group {
  language: Language;
  /** The most typical first. */
  questions: Asked[];
  threads: string[];
  demand: Demand;
  answers: Answer[];
}

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
    private readonly asked: AskedReader,
  ) {}

  /** One round over all questions; how many new drafts there are. What an entry answers already joins it, and is not proposed again. */
  async propose(): Promise<number> {
    const groups = await this.groups();
    let room = WAITING_MOST - (await this.waiting());
    let made = 0;
    for (const group of groups) {
      if (await this.join(group)) continue;
      if (room <= 0) continue;
      await this.draft(group);
      made += 1;
      room -= 1;
    }
    return made;
  }

  /** Groups that somebody answers, what is asked most first. */
  private async groups(): Promise<Group[]> {
    const all = new Map((await this.asked.questions()).map((question) => [question.id, question]));
    const groups: Group[] = [];
    for (const { ids } of await groupQuestions([...all.values()])) {
      const questions = ids.map((id) => all.get(id)!);
      const threads = [...new Set(questions.flatMap(({ threadKey }) => threadKey ?? []))];
      if (threads.length === 0) continue;
      const answers = await this.asked.answers(threads);
      const gaps = questions.flatMap(({ id, threadKey }) => (threadKey === null ? [id.slice(1)] : []));
      const demand = await this.asked.demand(threads, gaps);
      if (answers.length > 0 && demand.asked >= ASKED_LEAST) groups.push({ language: questions[0]!.language, questions, threads, demand, answers });
    }
    return groups.sort((a, b) => b.demand.asked - a.demand.asked);
  }

  private async waiting(): Promise<number> {
    return (await this.db.one<{ waiting: number }>(`select count(*)::int as waiting from knowledge_entry where proposal is not null and state = 'draft'`))!.waiting;
  }

  /** Whether an entry answers this already, or somebody has said that it is not wanted. */
  private async join({ threads, demand, answers }: Group): Promise<boolean> {
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

  private async draft({ language, questions, threads, demand, answers }: Group): Promise<void> {
    const [best] = answers;
    // in the words of most: what is most like all the others, as far as somebody has asked it in public
    const asked = questions.find(({ threadKey, text }) => threadKey !== null && text.length >= SHORTEST_TITLE)?.text ?? best!.title;
    const { title, slug, source, html, renderer } = entryText(EntryKind.faq, asked, answerCore(best!.source));
    await this.db.transaction(async () => {
      const entry = await this.db.one<{ id: string }>(
        `insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, need) values ('faq', $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [title, slug, source, html, renderer, best!.categoryKey, language, demand.asked],
      );
      await this.db.query('insert into knowledge_source (entry_id, post_id) values ($1, $2)', [entry!.id, best!.postKey]);
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
