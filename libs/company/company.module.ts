import { Module } from '@nestjs/common';
import { FilesModule } from '#platform/files';
import { LiveModule } from '#platform/live';
import { LogoMaker } from './brand/logo.maker.js';
import { CommunityKeeper } from './community/community.keeper.js';
import { CommunityReader } from './community/community.reader.js';
import { CommunityResolver } from './community/community.resolver.js';
import { CommunityService } from './community/community.service.js';
import { ContactWayResolver } from './contact/contact.resolver.js';
import { FirstStepsResolver } from './steps/first-steps.js';
import { ThemeService } from './theme/theme.service.js';

@Module({
  imports: [LiveModule, FilesModule],
  providers: [CommunityReader, CommunityKeeper, CommunityService, CommunityResolver, ContactWayResolver, FirstStepsResolver, LogoMaker, ThemeService],
  exports: [CommunityKeeper, CommunityService, ThemeService],
})
export class CompanyModule {}
