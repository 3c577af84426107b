/** What a process runs with: the settings, and the addresses of its servers once they are known. */
/** What the community is called at the moment. */
export { SiteName } from './site.name.js';
export { RUNTIME, RuntimeModule, type MeiliAddress, type Runtime } from './runtime.module.js';
