/** What a process runs with: the settings, and the addresses of its servers once they are known. */
/** Which house rules are asked for at the moment. */
export { HouseRules } from './house.rules.js';
/** What the community is called at the moment. */
export { SiteName } from './site.name.js';
export { RUNTIME, RuntimeModule, type MeiliAddress, type Runtime } from './runtime.module.js';
