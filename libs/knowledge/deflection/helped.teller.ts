import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';

const BATCH = 200; // posts by one transaction
const HOURS_BETWEEN = 23; // once a day, also where the job runs late one day and on time the next

/** Once a day: whose answers have helped since, and how often. Not one word for each click. */
@Injectable()
export class HelpedTeller {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async tell(): Promise<void> {
    while ((await this.db.transaction(() => this.batch())) === BATCH);
  }

  private async batch(): Promise<number> {
    const told = await this.db.query<{ postId: string; threadId: string; times: string }>(
      `with due as (
         select distinct d.post_id from deflection d where d.outcome = 'confirmed' and d.told_at is null and d.post_id is not null
           and not exists (select from deflection before where before.post_id = d.post_id and before.told_at > now() - interval '${HOURS_BETWEEN} hours') limit ${BATCH}),
       told as (
         update deflection d set told_at = now() from due where d.post_id = due.post_id and d.outcome = 'confirmed' and d.told_at is null returning d.post_id)
       select told.post_id as "postId", p.thread_id as "threadId", count(*)::text as times from told join post p on p.id = told.post_id group by told.post_id, p.thread_id order by told.post_id`,
    );
    for (const subject of told) await this.events.record('AnswerHelped', null, subject);
    return told.length;
  }
}
