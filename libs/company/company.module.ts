import { Module } from '@nestjs/common';
import { FilesModule } from '#platform/files';
import { LiveModule } from '#platform/live';
import { LegalResolver } from './legal/legal.resolver.js';
import { LegalService } from './legal/legal.service.js';
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
  providers: [CommunityReader, CommunityKeeper, CommunityService, CommunityResolver, ContactWayResolver, FirstStepsResolver, LogoMaker, LegalService, LegalResolver, ThemeService],
  exports: [CommunityKeeper, CommunityService, ThemeService],
})
export class CompanyModule {}
