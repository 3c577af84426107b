import { Module } from '@nestjs/common';
import { LiveModule } from '#platform/live';
import { CommunityKeeper } from './community/community.keeper.js';
import { CommunityReader } from './community/community.reader.js';
import { CommunityResolver } from './community/community.resolver.js';

@Module({
  imports: [LiveModule],
  providers: [CommunityReader, CommunityKeeper, CommunityResolver],
  exports: [CommunityKeeper],
})
export class CompanyModule {}
