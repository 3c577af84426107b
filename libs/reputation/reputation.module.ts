import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { Events } from '#platform/events';
import { BadgeResolver } from './badges/badge.resolver.js';
import { BadgeService } from './badges/badge.service.js';
import { LeaderResolver, ListedResolver } from './leaders/leader.resolver.js';
import { LeaderService } from './leaders/leader.service.js';
import { BookingService } from './points/booking.service.js';
import { PointsListener } from './points/points.listener.js';
import { RecountingService } from './points/recounting.service.js';
import { DoingsReader } from './ranks/doings.reader.js';
import { RankReader } from './ranks/rank.reader.js';
import { RankResolver } from './ranks/rank.resolver.js';
import { RankingService } from './ranks/ranking.service.js';
import { ReadingDays } from './reading/reading.days.js';
import { RingReader } from './rings/ring.reader.js';
import { DecideRingResolver, RingResolver } from './rings/ring.resolver.js';
import { RingService } from './rings/ring.service.js';
import { StandingReader } from './standing/standing.reader.js';
import { MemberStandingResolver, StandingResolver } from './standing/standing.resolver.js';
import { SuperUserReader } from './super-users/super-user.reader.js';
import { CandidateMemberResolver, SuperUserMemberResolver, SuperUserResolver } from './super-users/super-user.resolver.js';
import { SuperUserService } from './super-users/super-user.service.js';

/** What members have earned by helping, and where each point came from. */
@Module({
  imports: [AccountsModule, ForumModule],
  providers: [BookingService, PointsListener, RecountingService, StandingReader, MemberStandingResolver, StandingResolver, ReadingDays, DoingsReader, RankReader, RankingService, RankResolver, RingReader, RingService, RingResolver, DecideRingResolver, LeaderService, LeaderResolver, ListedResolver, BadgeService, BadgeResolver, SuperUserReader, SuperUserService, SuperUserResolver, SuperUserMemberResolver, CandidateMemberResolver, Events],
  exports: [PointsListener, RecountingService, RankingService, RingService, LeaderService, BadgeService, SuperUserService],
})
export class ReputationModule {}
