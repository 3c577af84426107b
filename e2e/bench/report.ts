import { at, type Figures, median } from './measure.js';
import type { Row } from './rows.js';

export interface Line {
  row: string;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  openRate: number;
  cpu: { program: number; database: number; meilisearch: number; both: number };
  statements: number | null;
  degraded: number;
  /** CPU of program and database against that of the floor. */
  timesFloor: number | null;
}

export function linesOf(rows: readonly Row[], figures: ReadonlyMap<string, Figures>, statements: ReadonlyMap<string, number>): Line[] {
  const cost = (name: string | undefined) => {
    const found = name === undefined ? undefined : figures.get(name);
    return found && median(found.cpu.map(({ program, database, meilisearch }) => program + database + meilisearch));
  };
  return rows.map(({ name, floor }) => {
    const { cpu, perSecond, latencies, openRate, degraded } = figures.get(name)!;
    const of = (part: 'program' | 'database' | 'meilisearch') => median(cpu.map((round) => round[part]));
    const least = cost(floor);
    return {
      row: name, perSecond: median(perSecond), p50: at(latencies, 0.5), p99: at(latencies, 0.99), openRate,
      cpu: { program: of('program'), database: of('database'), meilisearch: of('meilisearch'), both: median(cpu.map((round) => round.program + round.database)) },
      statements: statements.get(name) ?? null, degraded,
      timesFloor: least ? cost(name)! / least : null,
    };
  });
}

const HEAD = ['', 'requests/s', 'p50 ms', 'p99 ms', 'at /s', 'program', 'database', 'both', 'Meilisearch', 'statements', 'x floor'];

export function table(lines: readonly Line[]): string {
  const cells = lines.map((line) => [
    line.degraded > 0 ? `${line.row} (${line.degraded} degraded)` : line.row, line.perSecond.toFixed(0), line.p50.toFixed(1), line.p99.toFixed(1), String(line.openRate),
    line.cpu.program.toFixed(2), line.cpu.database.toFixed(2), line.cpu.both.toFixed(2), line.cpu.meilisearch.toFixed(2),
    line.statements === null ? '' : line.statements.toFixed(1), line.timesFloor === null ? '' : line.timesFloor.toFixed(1),
  ]);
  return ['| ' + HEAD.join(' | ') + ' |', `| --- ${'| ---: '.repeat(HEAD.length - 1)}|`, ...cells.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}
