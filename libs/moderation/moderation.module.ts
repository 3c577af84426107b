import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { Events } from '#platform/events';
import { FlagResolver } from './flags/flag.resolver.js';
import { FlagService } from './flags/flag.service.js';
import { MendedListener } from './review/mended.listener.js';
import { ReviewReader } from './review/review.reader.js';
import { ReviewItemResolver, ReviewResolver } from './review/review.resolver.js';
import { ReviewService } from './review/review.service.js';

/** Keeping order: what members report, and what becomes of it. */
@Module({
  imports: [AccountsModule, ForumModule],
  providers: [FlagService, FlagResolver, ReviewReader, ReviewService, MendedListener, ReviewItemResolver, ReviewResolver, Events],
  exports: [MendedListener],
})
export class ModerationModule {}
