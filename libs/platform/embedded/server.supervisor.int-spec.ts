import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from './log.file.js';
import { ServerChild } from './server.child.js';
import { ServerSupervisor } from './server.supervisor.js';

const SIGNALS = { orderly: [{ signal: 'SIGTERM', wait: 300 }, { signal: 'SIGKILL', wait: 1000 }], hurried: [{ signal: 'SIGKILL', wait: 1000 }] } as const;

describe('a supervised server', () => {
  let folder: string;
  let launches: number;
  let lines: string[];
  const supervise = (script: string) => {
    launches = 0;
    lines = [];
    const launch = async () => {
      launches++;
      return ServerChild.spawn({ command: '/bin/sh', args: ['-c', script], cwd: folder, log: new LogFile(join(folder, 'server.log')) });
    };
    return new ServerSupervisor({ name: 'Server', launch, signals: SIGNALS, log: (line) => lines.push(line) });
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundig-supervisor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is given up after five quick deaths, and says so', async () => {
    const supervisor = supervise('exit 3');
    const lost = new Promise((resolve) => supervisor.onLost(resolve));
    await supervisor.start();
    expect(await lost).toBe('ended with code 3');
    expect(launches).toBe(1 + 5);
    expect(lines.at(-1)).toBe('Server ended with code 3: given up after 5 restarts');
  });

  it('stays down after it was stopped, and is killed when it does not listen', async () => {
    const supervisor = supervise("trap '' TERM; while :; do sleep 0.05; done");
    await supervisor.start();
    const { pid } = supervisor;
    await new Promise((resolve) => setTimeout(resolve, 200));
    await supervisor.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(launches).toBe(1);
    expect(lines).toEqual([]);
  });
});
