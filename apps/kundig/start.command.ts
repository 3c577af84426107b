import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSettings, type Settings } from '#platform/config';
import { prepareDataFolder } from '#platform/embedded';
import type { Command } from './command.type.js';
import { openConnections, type OpenConnections } from './connections.open.js';
import { EndRequest } from './end.request.js';
import { checkPort } from './port.check.js';

/** Requests that are under way may finish; one that takes longer is cut off. Milliseconds. */
const FAREWELL = 10_000;

const USAGE = 'usage: kundig start [--demo]';

export const startCommand: Command = {
  async run(args) {
    const asked = read(args);
    if (!asked) {
      console.error(USAGE);
      return 2;
    }
    const settings = asked.demo ? withDemoTheme(loadSettings()) : loadSettings();
    const end = new EndRequest();
    prepareDataFolder(settings.dataDir);
    await checkPort(settings.host, settings.port);
    // Loading the house takes about as long as the databases take to start: side by side, and only once nothing cheap is wrong.
    const house = import('./run.js');
    house.catch(() => {}); // told where it is awaited
    const connections = await openConnections(settings, log);
    connections.onLost((which, reason) => {
      if (which === 'postgres') end.demand(`PostgreSQL was lost: ${reason}`);
      else log('search answers from PostgreSQL until the next start');
    });
    try {
      const logins = asked.demo ? await fill(settings, connections) : null;
      return await serve((await house).runPrograms, settings, connections, end, logins);
    } finally {
      void end.hurried.then(() => connections.stop('hurried'));
      await connections.stop();
    }
  },
};

function read(args: string[]): { demo: boolean } | null {
  try {
    const { demo = false } = parseArgs({ args, options: { demo: { type: 'boolean' } } }).values;
    return { demo };
  } catch {
    return null; // an option that does not exist
  }
}

/** The demo, before anybody can come in; what to tell about it. */
async function fill(settings: Settings, { database }: OpenConnections): Promise<string> {
  const { runDemo } = await import('./demo/demo.run.js');
  return runDemo(settings, database);
}

/** The demo shows a company's name, colours and contact ways, unless others were given. */
function withDemoTheme(settings: Settings): Settings {
  return { ...settings, theme: settings.theme ?? fileURLToPath(new URL('demo/nordnetz.theme.json', import.meta.url)) };
}

type RunPrograms = (typeof import('./run.js'))['runPrograms'];

async function serve(runPrograms: RunPrograms, settings: Settings, connections: OpenConnections, end: EndRequest, logins: string | null): Promise<number> {
  const programs = await runPrograms(settings, connections);
  if (!end.isWished) announce(settings);
  if (!end.isWished && logins) log(logins);
  const { exitCode, reason } = await end.wished;
  log(`stopping (${reason})`);
  // A fault while closing must not keep the databases from being stopped in order.
  const closed = programs.close().catch((error: unknown) => console.error(error));
  await Promise.race([closed, end.hurried, new Promise((late) => setTimeout(late, FAREWELL).unref())]);
  return exitCode;
}

function announce({ publicUrl, host, port, dataDir }: Settings): void {
  // From the first moment of this process on, which is what the person at the terminal waited for.
  const seconds = (performance.now() / 1000).toFixed(1);
  log(`Kundig is ready at ${publicUrl} (started in ${seconds} s, listening on ${host}:${port})\n  data in ${dataDir}\n  stop with Ctrl-C`);
}

function log(line: string): void {
  console.log(line);
}
