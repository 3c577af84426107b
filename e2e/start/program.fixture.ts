import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = process.cwd(); // npm and Jest start there

/** Compiles what these specs run. */
export function build(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-start-'));
  chmodSync(folder, 0o711); // so that PostgreSQL's user, when we are root, keeps its data inside and goes away with it
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** The built `kundig`, as a process of its own, in an empty folder (so that no .env of the checkout has a say). */
export class Program {
  readonly child: ChildProcess;
  said = '';
  complained = '';

  constructor(args: string[], cwd: string, env: Record<string, string> = {}) {
    this.child = spawn(process.execPath, [join(ROOT, 'dist/apps/kundig/main.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.complained += chunk.toString()));
  }

  async saysReady(milliseconds?: number): Promise<void> {
    await until(() => this.said.includes('Kundig is ready at') || this.hasEnded, () => `no ready line: ${this.said}${this.complained}`, milliseconds);
    if (this.hasEnded) throw new Error(`ended instead of starting: ${this.said}${this.complained}`);
  }

  /** The exit code, or the signal that ended it. */
  async ends(): Promise<number | string | null> {
    // A program that hangs must fail its own spec, not hold up all of them.
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
    if (!this.hasEnded) await once(this.child, 'close');
    clearTimeout(patience);
    return this.child.exitCode ?? this.child.signalCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string | null> {
    this.child.kill(signal);
    return this.ends();
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

export async function until(what: () => boolean | Promise<boolean>, complaint = () => String(what), milliseconds = 20_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await what()); ) {
    if (Date.now() > end) throw new Error(complaint());
    await new Promise((done) => setTimeout(done, 20));
  }
}
