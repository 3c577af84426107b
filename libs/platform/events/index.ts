/** What happened, told inside the transaction in which it happened; who listens is not the writer's business. */
export { Events } from './events.js';
export { type EventKind, type EventSubject, EVENT_KINDS } from './event.kinds.js';
export type { Listener, StoredEvent } from './listener.js';
export { dispatchTasks } from './dispatch.tasks.js';
