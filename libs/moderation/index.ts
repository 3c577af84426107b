/** Moderation: members report posts, enough of them hide one, and those who keep order decide. */
export { MendedListener } from './review/mended.listener.js';
export { NewcomersListener } from './review/newcomers.listener.js';
export { ModerationModule } from './moderation.module.js';
