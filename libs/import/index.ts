/** Bringing in a community that lived elsewhere. Slow on purpose in nothing, resumable in everything. */
export { importStackExchange, type StackExchangeImport } from './stackexchange.import.js';
export { ImportError } from './import.error.js';
export type { ImportProgress, ImportReport, SkippedRow } from './import.report.js';
