import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Language } from '#platform/language';
import { answerCore } from '../entries/answer.core.js';
import { EntryKind } from '../entries/entry.sets.js';
import { entryText } from '../entries/entry.text.js';
import { groupQuestions, type QuestionGroup } from '../grouping/question.groups.js';
import { type Answer, type Asked, AskedReader, type Demand } from './asked.reader.js';

const ASKED_LEAST = 2; // what one person asked once is no frequent question
const WAITING_MOST = 20; // proposals that nobody has looked at: more would bury those who decide
const SAME = 0.4; // cosine of all that two questions say: below, most share a product and not a problem
const ASKED_AGAIN = 2; // times as often as when it was rejected: then things have changed

interface Group {
  language: Language;
  /** As it was asked where the best answer stands. */
  question: string;
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

  /** What somebody answers, what is asked most first. */
  private async groups(): Promise<Group[]> {
    const all = new Map((await this.asked.questions()).map((question) => [question.id, question]));
    const groups: Group[] = [];
    for (const group of await groupQuestions([...all.values()])) groups.push(...(await this.answered(group, group.ids.map((id) => all.get(id)!))));
    return groups.sort((a, b) => b.demand.asked - a.demand.asked);
  }

  /**
   * Of a group, what its answers answer: around each answer, the best first, those that ask just what is asked where it stands. A group shares
   * its topic, and an answer to its neighbour would be a wrong one.
   */
  private async answered({ alike }: QuestionGroup, questions: Asked[]): Promise<Group[]> {
    const found: Group[] = [];
    const answers = await this.asked.answers([...new Set(questions.flatMap(({ threadKey }) => threadKey ?? []))]);
    let left = questions;
    for (const { threadKey } of answers) {
      const seed = left.find((question) => question.threadKey === threadKey && question.id.startsWith('t'));
      if (!seed) continue;
      const same = left.filter((question) => question.threadKey === threadKey || alike(seed.id, question.id) >= SAME);
      left = left.filter((question) => !same.includes(question));
      if (same.reduce((sum, { need }) => sum + need, 0) < ASKED_LEAST) continue;
      const threads = [...new Set(same.flatMap((question) => question.threadKey ?? []))];
      const demand = await this.asked.demand(threads, same.flatMap(({ id, threadKey: inThread }) => (inThread === null ? [id.slice(1)] : [])));
      if (demand.asked >= ASKED_LEAST) found.push({ language: seed.language, question: seed.text, threads, demand, answers: answers.filter((answer) => threads.includes(answer.threadKey)) });
    }
    return found;
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

  private async draft({ language, question, threads, demand, answers }: Group): Promise<void> {
    const [best] = answers;
    const { title, slug, source, html, renderer } = entryText(EntryKind.faq, question, answerCore(best!.source));
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
