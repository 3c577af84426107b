import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { Events } from '#platform/events';
import { ScreeningModule } from '#screening';
import { AppealResolver } from './appeals/appeal.resolver.js';
import { AppealService } from './appeals/appeal.service.js';
import { DecisionReader } from './decisions/decision.reader.js';
import { DecisionResolver } from './decisions/decision.resolver.js';
import { FlagResolver } from './flags/flag.resolver.js';
import { FlagService } from './flags/flag.service.js';
import { IllegalReportResolver } from './illegal/illegal-report.resolver.js';
import { IllegalReportService } from './illegal/illegal-report.service.js';
import { MendedListener } from './review/mended.listener.js';
import { NewcomersListener } from './review/newcomers.listener.js';
import { ReviewReader } from './review/review.reader.js';
import { ReviewItemResolver, ReviewResolver } from './review/review.resolver.js';
import { ReviewService } from './review/review.service.js';
import { SanctionReader } from './sanctions/sanction.reader.js';
import { SanctionResolver } from './sanctions/sanction.resolver.js';
import { SanctionService } from './sanctions/sanction.service.js';

/** Keeping order: what members report, and what becomes of it. */
@Module({
  imports: [AccountsModule, ForumModule, ScreeningModule],
  providers: [IllegalReportService, IllegalReportResolver, FlagService, FlagResolver, ReviewReader, ReviewService, MendedListener, NewcomersListener, ReviewItemResolver, ReviewResolver, SanctionReader, SanctionService, SanctionResolver, DecisionReader, DecisionResolver, AppealService, AppealResolver, Events],
  exports: [MendedListener, NewcomersListener],
})
export class ModerationModule {}
