/** The company that runs the community: its name, brand and contact ways. */
export { CompanyModule } from './company.module.js';
export { CommunityKeeper } from './community/community.keeper.js';
export { CommunityService } from './community/community.service.js';
export { LOGO_BYTES_MOST } from './community/community.input.js';
export { Community } from './community/community.type.js';
export { type BrandTokens, brandTokens, type Grounds, type Scheme } from './brand/brand.tokens.js';
export { contrast } from './brand/oklch.js';
export { addressShown, contactAddress } from './contact/contact.address.js';
export { ContactKind, ContactWay, WAYS_MOST } from './contact/contact.type.js';
export { readTheme, ThemeError } from './theme/theme.file.js';
export { ThemeService } from './theme/theme.service.js';
export { daysAlike, hoursIn } from './contact/weekly.hours.js';
