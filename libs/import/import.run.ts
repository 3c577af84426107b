import type pg from 'pg';
import type { BodyConverter } from './body.converter.js';
import type { DumpFolder } from './dump.folder.js';
import type { ImportProgress, SkippedRow } from './import.report.js';

const ROWS_NAMED = 100; // in the report; the rest is counted

/** What the steps of one import share. */
export class ImportRun {
  readonly skipped: Record<string, number> = {};
  readonly skippedRows: SkippedRow[] = [];
  postsWritten = 0;
  doneBytes = 0;
  private readonly started = performance.now();

  constructor(
    readonly client: pg.Client,
    readonly dump: DumpFolder,
    readonly bodies: BodyConverter,
    readonly categoryId: string,
    readonly language: string,
    /** Names of accounts that are no person: authors by name only. */
    readonly robots: ReadonlyMap<string, string>,
    private readonly totalBytes: number,
    private readonly onProgress: (progress: ImportProgress) => void,
  ) {}

  get source(): string {
    return this.dump.site;
  }

  get seconds(): number {
    return (performance.now() - this.started) / 1000;
  }

  skip(row: SkippedRow): void {
    this.skipped[row.reason] = (this.skipped[row.reason] ?? 0) + 1;
    if (this.skippedRows.length < ROWS_NAMED) this.skippedRows.push(row);
  }

  tell(step: string): void {
    const share = this.doneBytes / this.totalBytes;
    this.onProgress({
      step,
      doneBytes: this.doneBytes,
      totalBytes: this.totalBytes,
      posts: this.postsWritten,
      postsPerSecond: this.postsWritten / this.seconds,
      secondsLeft: share > 0.01 ? (this.seconds * (1 - share)) / share : null,
    });
  }
}
