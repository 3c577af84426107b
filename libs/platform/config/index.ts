/** What the operator decides: read once, checked together. */
export { loadSettings } from './settings.load.js';
/** The pure reading of an environment, for tests and tools. */
export { readSettings } from './settings.read.js';
/** All that is wrong with the settings, at once. */
export { SettingsError, type SettingFault } from './settings.error.js';
/** The settings, typed, each with its unit and default. */
export { ROLES, type EmbedderSettings, type LogLevel, type Role, type S3Settings, type Settings, type SpamFilterSettings } from './settings.type.js';
