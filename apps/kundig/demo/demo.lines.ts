import type { DemoProgress, Filled } from './demo.fill.js';
import { LOGINS } from './demo.people.js';

const REDRAW_MS = 200; // on a terminal
const LINE_MS = 2_000; // in a log

const WHAT = { posts: 'preparing the posts', tables: 'writing everything' };

/** One line that rewrites itself on a terminal, a line every two seconds in a log. */
export class DemoProgressLine {
  private last = performance.now();

  constructor(private readonly out: { isTTY?: boolean; write(text: string): unknown }) {}

  show({ what, done, of }: DemoProgress): void {
    const now = performance.now();
    if (now - this.last < (this.out.isTTY ? REDRAW_MS : LINE_MS)) return;
    this.last = now;
    const text = `demo: ${WHAT[what]}, ${done} of ${of} done`;
    this.out.write(this.out.isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\r\x1b[2K');
  }
}

const ROLE = { customer: 'customer', super_user: 'super user', staff: 'staff', admin: 'admin' };

export function demoLines({ added, threads, members }: Filled, password: string): string {
  const width = Math.max(...LOGINS.map(({ email }) => email.length));
  const logins = LOGINS.map(({ role, name, email }) => `  ${ROLE[role].padEnd(10)}  ${email.padEnd(width)}  ${password}  (${name})`);
  return [`The demo community ${added ? `is there: ${members} members, ${threads} threads` : 'was there already'}. Sign in as`, ...logins, '  one password for all, kept in demo.json of the data folder'].join('\n');
}
