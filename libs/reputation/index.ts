/**
 * Reputation: what members have earned by helping. Nobody calls it: it listens to what happens and books points into a ledger, each with what it came from.
 * A new rule takes a line in `PointRules` and one in `WANTED` (points/), its name in `PointSource`, and its sentences in apps/web/texts.
 */
export { ReputationModule } from './reputation.module.js';
export { PointsListener } from './points/points.listener.js';
export { POINTS_CRONTAB, pointsTasks } from './points/points.tasks.js';
export { RANK_CRONTAB, rankTasks } from './ranks/rank.tasks.js';
export { RankingService } from './ranks/ranking.service.js';
export { BadgeService } from './badges/badge.service.js';
export { BADGE_CRONTAB, badgeTasks } from './badges/badge.tasks.js';
export { LeaderService } from './leaders/leader.service.js';
export { LEADER_CRONTAB, leaderTasks } from './leaders/leader.tasks.js';
export { RingService } from './rings/ring.service.js';
export { RING_CRONTAB, ringTasks } from './rings/ring.tasks.js';
export { SuperUserService } from './super-users/super-user.service.js';
export { RecountingService } from './points/recounting.service.js';
