/** What a process runs with: the settings, and the addresses of its servers once they are known. */
export { RUNTIME, RuntimeModule, type MeiliAddress, type Runtime } from './runtime.module.js';
