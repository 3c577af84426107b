/** What is told while people look: one channel through PostgreSQL, one listening connection a process, streams that hold little. */
export { LiveModule } from './live.module.js';
export { LiveChannel } from './live.channel.js';
export { LiveStream } from './live.stream.js';
export { type Connected, Places, PLACES } from './places.js';
