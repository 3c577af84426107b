import type { TaskList } from 'graphile-worker';
import type { Database } from '#platform/database';
import type { RelatingService } from './relating.service.js';
import type { ReviewTeller } from './review.teller.js';
import type { ProposingService } from '../proposals/proposing.service.js';

const VISITORS_KEPT_DAYS = 2; // as long as a second click of the same person could come

export function entryTasks(db: Database, proposing: ProposingService, reviews: ReviewTeller, relating: RelatingService): TaskList {
  return {
    'tell-reviews': () => reviews.tell(),
    'relate-entries': async () => {
      await relating.relate();
    },
    'propose-entries': async () => {
      await proposing.propose();
    },
    'look-at-entries-again': async () => {
      await db.query(`select knowledge_look_again(array_agg(id), array_agg('review_due'::text)) from knowledge_entry where state = 'published' and review_due <= current_date having count(*) > 0`);
    },
    // counted anew each night: what is counted on the way would drift with every merge and every deleted account
    'weigh-entries': async () => {
      await db.query(
        `update knowledge_entry e set need = w.need from (
           select e.id, e.helpful + coalesce(sum(1 + t.same_problem_count + t.solved_for), 0)::int as need
           from knowledge_entry e
           left join (select s.entry_id, p.thread_id from knowledge_source s join post p on p.id = s.post_id union select entry_id, thread_id from knowledge_question) made on made.entry_id = e.id
           left join thread t on t.id = made.thread_id group by e.id) w
         where w.id = e.id and e.need <> w.need`,
      );
    },
    'forget-raters': async () => {
      await db.query(`update knowledge_rating set visitor = null where visitor is not null and created_at < now() - make_interval(days => ${VISITORS_KEPT_DAYS})`);
    },
  };
}

export const ENTRY_CRONTAB = ['10 3 * * * look-at-entries-again', '15 3 * * * propose-entries ?max=3', '30 3 * * * weigh-entries', '*/10 * * * * tell-reviews', '3,13,23,33,43,53 * * * * relate-entries', '45 * * * * forget-raters'].join('\n');
