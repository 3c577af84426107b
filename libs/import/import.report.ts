/** A row that was left out: where it stands and why. */
export interface SkippedRow {
  file: string;
  line: number;
  /** The row's own id, where it could be read. */
  id: string | null;
  reason: string;
}

export interface ImportProgress {
  step: string;
  doneBytes: number;
  totalBytes: number;
  /** Posts (questions, answers, comments) written by this run, and per second. */
  posts: number;
  postsPerSecond: number;
  secondsLeft: number | null;
}

/** What stands in the database from this source now, whatever number of runs it took; and what this run did. */
export interface ImportReport {
  source: string;
  category: string;
  members: number;
  questions: number;
  answers: number;
  comments: number;
  /** On questions and answers; a comment's score is its own. */
  votesUp: number;
  votesDown: number;
  accepted: number;
  closed: number;
  duplicates: number;
  tags: number;
  /** By reason, this run's only: rows before the place where it resumed were reported by the run that met them. */
  skipped: Record<string, number>;
  /** The first of them, each with its place. */
  skippedRows: SkippedRow[];
  /** True where an earlier run had finished and this one had nothing to do. */
  alreadyDone: boolean;
  postsWritten: number;
  seconds: number;
  postsPerSecond: number;
}
