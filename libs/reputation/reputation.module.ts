import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { BookingService } from './points/booking.service.js';
import { PointsListener } from './points/points.listener.js';
import { RecountingService } from './points/recounting.service.js';
import { StandingReader } from './standing/standing.reader.js';
import { MemberStandingResolver, StandingResolver } from './standing/standing.resolver.js';

/** What members have earned by helping, and where each point came from. */
@Module({
  imports: [AccountsModule, ForumModule],
  providers: [BookingService, PointsListener, RecountingService, StandingReader, MemberStandingResolver, StandingResolver],
  exports: [PointsListener, RecountingService],
})
export class ReputationModule {}
