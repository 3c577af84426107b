import type { TaskList } from 'graphile-worker';
import { Module } from '@nestjs/common';
import { AttachmentSweeper, ForumModule, SavedModule, SavedSubmissions, savedTasks, tellActivity } from '#forum';
import { DEFLECTION_CRONTAB, deflectionTasks, ENTRY_CRONTAB, entryTasks, GAP_CRONTAB, gapTasks, HelpedTeller, KnowledgeModule, MEANING_CRONTAB, MeaningIndexing, meaningTasks, ProposingService, RelatingService, ReviewTeller, SearchIndexingModule } from '#knowledge';
import { MendedListener, ModerationModule, NewcomersListener } from '#moderation';
import { DigestSender, NOTIFICATION_CRONTAB, NotificationListener, NotificationsModule, notificationTasks } from '#notifications';
import { Database } from '#platform/database';
import { dispatchTasks, type Listener } from '#platform/events';
import { housekeepingTasks, JOB_CRONTAB, JOB_TASKS, JobRunner } from '#platform/jobs';
import { LiveChannel, LiveModule } from '#platform/live';
import { MailSender, mailTasks } from '#platform/mail';
import { BADGE_CRONTAB, BadgeService, badgeTasks, LEADER_CRONTAB, LeaderService, leaderTasks, POINTS_CRONTAB, PointsListener, pointsTasks, RANK_CRONTAB, RankingService, rankTasks, RecountingService, ReputationModule, RING_CRONTAB, RingService, ringTasks, SuperUserService } from '#reputation';
import { SCREENING_CRONTAB, screeningTasks } from '#screening';
import { DataExportService, ERASURE_CRONTAB, ErasureRunner, ErasureService, erasureTasks, EXPORT_CRONTAB, exportTasks, ExportWriter, RightsModule } from '#rights';

/** Who is told of events, slice by slice: the slices that listen hand theirs in here. */
const listenersOf = (saved: SavedSubmissions, notifications: NotificationListener, live: LiveChannel, points: PointsListener, mended: MendedListener, newcomers: NewcomersListener): Listener[] => [
  // the page that verified the address has published already, unless it died in between
  { name: 'publish-saved', kinds: ['AddressVerified'], hear: async ({ subject }) => void (await saved.publish((subject as { memberId: string }).memberId)) },
  notifications,
  points,
  mended,
  newcomers,
  tellActivity(live),
];

/** What runs behind the pages: jobs, and the search index kept true. */
@Module({
  imports: [ForumModule, LiveModule, SavedModule, KnowledgeModule, SearchIndexingModule, NotificationsModule, ModerationModule, ReputationModule, RightsModule],
  providers: [
    JobRunner,
    { provide: JOB_TASKS, inject: [Database, MailSender, SavedSubmissions, AttachmentSweeper, NotificationListener, DigestSender, LiveChannel, ExportWriter, DataExportService, ErasureRunner, ErasureService, HelpedTeller, ProposingService, ReviewTeller, RelatingService, MeaningIndexing, PointsListener, RecountingService, RankingService, MendedListener, NewcomersListener, RingService, LeaderService, BadgeService, SuperUserService], useFactory: tasks },
    { provide: JOB_CRONTAB, useValue: [DEFLECTION_CRONTAB, GAP_CRONTAB, ENTRY_CRONTAB, MEANING_CRONTAB, POINTS_CRONTAB, RANK_CRONTAB, RING_CRONTAB, LEADER_CRONTAB, BADGE_CRONTAB, SCREENING_CRONTAB, NOTIFICATION_CRONTAB, EXPORT_CRONTAB, ERASURE_CRONTAB].join('\n') },
  ],
})
export class WorkerModule {}

function tasks(db: Database, mails: MailSender, saved: SavedSubmissions, attachments: AttachmentSweeper, notifications: NotificationListener, digests: DigestSender, live: LiveChannel, exportWriter: ExportWriter, exports: DataExportService, eraser: ErasureRunner, erasures: ErasureService, helped: HelpedTeller, proposing: ProposingService, reviews: ReviewTeller, relating: RelatingService, meanings: MeaningIndexing, points: PointsListener, recounting: RecountingService, ranking: RankingService, mended: MendedListener, newcomers: NewcomersListener, rings: RingService, leaders: LeaderService, badges: BadgeService, superUsers: SuperUserService): TaskList {
  return {
    ...dispatchTasks(db, listenersOf(saved, notifications, live, points, mended, newcomers)), ...screeningTasks(db), ...housekeepingTasks(db), ...mailTasks(mails), ...savedTasks(saved), ...notificationTasks(db, digests), ...exportTasks(exportWriter, exports), ...erasureTasks(eraser, erasures), ...deflectionTasks(db, helped), ...gapTasks(db), ...entryTasks(db, proposing, reviews, relating), ...meaningTasks(meanings), ...pointsTasks(recounting, leaders), ...rankTasks(ranking, superUsers), ...ringTasks(rings), ...leaderTasks(leaders), ...badgeTasks(badges),
    'sweep-attachments': () => attachments.sweep(),
  };
}
