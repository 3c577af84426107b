import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { MOST_GROUPED, type Question } from '../grouping/question.groups.js';

/** A question as somebody asked it, and the thread that it is or became part of; null where it was only searched for. */
export interface Asked extends Question {
  threadKey: string | null;
  /** How many ask it at least. */
  need: number;
  /** Nobody has answered it well: a search in vain, or a question that has waited for a day. */
  missed: boolean;
}

/** How often a group of questions was asked, and by how many. */
export interface Demand {
  /** Threads, merged ones too, "I have this problem too", opened while asking, and searches in vain. */
  asked: number;
  people: number;
  /** So many said that an answer to it solved their problem. */
  saved: number;
  /** For these questions, those against them taken off. */
  votes: number;
  /** When it was asked first. */
  since: string;
}

/** An answer that may be said again. */
export interface Answer {
  postKey: string;
  threadKey: string;
  title: string;
  source: string;
  categoryKey: string;
  /** Accepted or official: it helped for certain. */
  chosen: boolean;
}

/** Of a question `t` of the last three months; older ones, whoever had them has helped themselves. */
const IS_MISSED = `(not t.solved and t.closed_at is null and t.created_at between now() - interval '90 days' and now() - interval '1 day'
  and not exists (select from post p where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible' and p.score > 0))`;

const VOTES_LIKE_ONE = 2; // a vote for a question says less than having it
const HELPFUL = 3; // so many more say that an answer helps than that it does not
const VOTES = `greatest((select o.score from post o where o.thread_id = t.id and o.kind = 'opening'), 0)`;

const DAYS = 30; // of searches in vain: what nobody misses any more is asked no more

/** What people ask, and what helped them. */
@Injectable()
export class AskedReader {
  constructor(private readonly db: Database) {}

  /** Questions of all times, those that most have first; those that were merged; and what was searched for in vain. */
  questions(): Promise<Asked[]> {
    return this.db.query<Asked>(
      `(select 't' || t.id as id, t.title as text, t.language, t.id as "threadKey", 1 + t.same_problem_count + t.solved_for + ${VOTES} / ${VOTES_LIKE_ONE} as need, ${IS_MISSED} as missed from thread t where t.kind = 'question' and t.state = 'visible'
          order by t.same_problem_count + t.solved_for + t.answer_count desc, t.id desc limit ${MOST_GROUPED})
       union all
       (select 'm' || t.id, t.title, t.language, t.merged_into, 1, false from thread t where t.kind = 'question' and t.state = 'merged' and t.merged_into is not null order by t.id desc limit ${MOST_GROUPED})
       union all
       (select 'g' || max(g.id), (array_agg(g.words order by g.last_at desc))[1], coalesce((array_agg(g.language order by g.last_at desc))[1], 'en'), null, sum(g.searches)::int, true from search_gap g
          where g.day > current_date - ${DAYS} and not g.closed group by g.stems order by sum(g.searches) desc limit ${MOST_GROUPED})`,
    );
  }

  async demand(threads: readonly string[], gaps: readonly string[]): Promise<Demand> {
    const row = await this.db.one<Demand>(
      `with whom as (
         select 'm' || t.author_id as who, t.created_at as at, 1 as times, false as saved from thread t where (t.id = any($1) or t.merged_into = any($1))
         union all select 'm' || s.member_id, s.created_at, 1, false from same_problem s where s.thread_id = any($1)
         union all select coalesce(d.who, 'd' || d.id), d.created_at, 1, d.outcome = 'confirmed' from deflection d where d.thread_id = any($1)
         union all select 'g' || g.id, g.last_at, g.searches, false from search_gap g where g.stems in (select stems from search_gap where id = any($2)) and g.day > current_date - ${DAYS})
       select coalesce(sum(times), 0)::int as asked, count(distinct who)::int as people, count(*) filter (where saved)::int as saved, min(at) as since,
         (select coalesce(sum(${VOTES}), 0)::int from thread t where t.id = any($1)) as votes from whom`,
      [threads, gaps],
    );
    return { ...row!, since: new Date(row!.since).toISOString() };
  }

  /** Answers of the threads that helped, the best first: official, accepted, voted for by several, fresh. */
  answers(threads: readonly string[]): Promise<Answer[]> {
    return this.db.query<Answer>(
      `select p.id as "postKey", t.id as "threadKey", t.title, p.source, t.category_id as "categoryKey", p.official or p.id is not distinct from t.accepted_post_id as chosen from thread t join post p on p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible'
       where t.id = any($1) and t.state = 'visible' and (p.official or p.id = t.accepted_post_id or p.score >= ${HELPFUL})
       order by p.official desc, p.id = t.accepted_post_id desc nulls last, t.solved_for + p.also_solved_count + p.score desc, p.id desc limit 20`,
      [threads],
    );
  }
}
