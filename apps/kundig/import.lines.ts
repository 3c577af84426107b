import type { ImportProgress, ImportReport } from '#import';

const REDRAW_MS = 200; // on a terminal
const LINE_MS = 5_000; // in a log

/** One line that rewrites itself on a terminal, a line every five seconds in a log. */
export class ImportProgressLine {
  private last = 0;

  constructor(private readonly out: { isTTY?: boolean; write(text: string): unknown }) {}

  show(progress: ImportProgress): void {
    const now = performance.now();
    if (this.last > 0 && now - this.last < (this.out.isTTY ? REDRAW_MS : LINE_MS)) return;
    this.last = now;
    this.out.write(this.out.isTTY ? `\r\x1b[2K${progressLine(progress)}` : `${progressLine(progress)}\n`);
  }

  end(): void {
    if (this.out.isTTY && this.last > 0) this.out.write('\r\x1b[2K');
  }
}

export function progressLine(progress: ImportProgress): string {
  const { step, doneBytes, totalBytes, posts, postsPerSecond, secondsLeft } = progress;
  const percent = Math.floor((doneBytes / totalBytes) * 100);
  const left = secondsLeft === null ? '' : `, ${duration(secondsLeft)} left`;
  return `${step}: ${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB (${percent} %), ${posts} posts, ${Math.round(postsPerSecond)}/s${left}`;
}

export function reportLines(report: ImportReport): string[] {
  const { source, category, postsWritten, seconds, postsPerSecond, skipped, skippedRows } = report;
  const reasons = Object.entries(skipped).sort(([, a], [, b]) => b - a);
  const more = reasons.reduce((sum, [, count]) => sum + count, 0) - skippedRows.length;
  return [
    report.alreadyDone
      ? `${source} is imported already; nothing was changed. (Another site in a folder of this name? Give it one with --site.)`
      : `${source} is imported: ${postsWritten} posts in ${duration(seconds)}, ${Math.round(postsPerSecond)} posts/s.`,
    `  members     ${report.members}`,
    `  questions   ${report.questions} in the category ${category}, of which ${report.closed} closed, ${report.duplicates} duplicates`,
    `  answers     ${report.answers}, of which ${report.accepted} accepted`,
    `  comments    ${report.comments}`,
    `  votes       ${report.votesUp} up, ${report.votesDown} down`,
    `  tags        ${report.tags}`,
    ...(reasons.length > 0 ? ['left out:', ...reasons.map(([reason, count]) => `  ${count} × ${reason}`)] : []),
    ...skippedRows.map(({ file, line, id, reason }) => `  ${file} line ${line}${id ? `, row ${id}` : ''}: ${reason}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
