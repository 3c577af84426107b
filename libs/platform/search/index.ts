/** Meilisearch as this house uses it: reads that give up early, writes that are only done when their task succeeded, indexes that are swapped whole. */
export { SearchModule } from './search.module.js';
/** The connection: whether there is one, reads behind a circuit breaker, the client for writes. */
export { SearchEngine } from './search.engine.js';
/** What it answers where it will not. */
export { SearchRefused } from './search.reader.js';
/** One index, kept in the shape we want. */
export { type IndexShape, SearchIndex } from './search.index.js';
/** What opens when a server fails again and again, so that nobody waits for it. */
export { CircuitBreaker, CircuitOpen } from './circuit.breaker.js';
/** Does the work for many at once, and finds the ones that spoil it. */
export { inHalves } from './halves.js';
