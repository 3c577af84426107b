import { Module } from '@nestjs/common';
import { SearchIndexingModule } from '#knowledge';
import { Database } from '#platform/database';
import { dispatchTasks, type Listener } from '#platform/events';
import { housekeepingTasks, JOB_TASKS, JobRunner } from '#platform/jobs';
import { MailSender, mailTasks } from '#platform/mail';

/** Who is told of events, slice by slice; nobody yet: the slices that listen hand theirs in here. */
const LISTENERS: Listener[] = [];

/** What runs behind the pages: jobs, and the search index kept true. */
@Module({
  imports: [SearchIndexingModule],
  providers: [
    JobRunner,
    { provide: JOB_TASKS, inject: [Database, MailSender], useFactory: (db: Database, mails: MailSender) => ({ ...dispatchTasks(db, LISTENERS), ...housekeepingTasks(db), ...mailTasks(mails) }) },
  ],
})
export class WorkerModule {}
