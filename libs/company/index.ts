/** The company that runs the community: its name, brand and contact ways. */
export { CompanyModule } from './company.module.js';
export { CommunityKeeper } from './community/community.keeper.js';
export { Community } from './community/community.type.js';
