import { enableCompileCache } from 'node:module';
import { StartError } from '#platform/embedded';
import { SettingsError } from '#platform/config';
import type { Command } from './command.type.js';

enableCompileCache(); // a start compiles 1,500 modules; the next one reads them compiled: half the time
process.env['NODE_ENV'] ??= 'production'; // libraries look twice at what they do otherwise: graphql at each object of each answer

/** Each is loaded only when it is asked for, so that `kundig help` does not load the whole house. */
const COMMANDS: Record<string, { summary: string; load(): Promise<Command> }> = {
  start: { summary: 'start Kundig, with its own PostgreSQL and Meilisearch unless DATABASE_URL and MEILI_URL name others; with --demo filled with a community to look around in', load: async () => (await import('./start.command.js')).startCommand },
  'create-admin': { summary: 'make an admin: create-admin <e-mail> [name]', load: async () => (await import('./create-admin.command.js')).createAdminCommand },
  import: { summary: 'bring a community in: import stackexchange <folder>; or FAQ entries: import faq <file>', load: async () => (await import('./import.command.js')).importCommand },
  migrate: { summary: 'bring the database to this version (start does it, too)', load: async () => (await import('./migrate.command.js')).migrateCommand },
  reindex: { summary: 'build the search index anew', load: async () => (await import('./reindex.command.js')).reindexCommand },
  theme: { summary: 'give the community its name, logo, colours and contact ways: theme <file.json>', load: async () => (await import('./theme.command.js')).themeCommand },
  schema: { summary: 'print the GraphQL schema, or write it to a file', load: async () => (await import('./schema.command.js')).schemaCommand },
};

const [name = 'help', ...args] = process.argv.slice(2);

// A reader who went away (`npm start | head`) is no reason to fail while shutting down in order.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

if (['help', '--help', '-h'].includes(name)) {
  console.log(help());
} else if (!Object.hasOwn(COMMANDS, name)) {
  console.error(`kundig: there is no command "${name}"\n\n${help()}`);
  process.exitCode = 2;
} else {
  // Asked to end in words of one line; what keeps the event loop alive after that was not closed and is not worth waiting for.
  process.exit(await runCommand(name));
}

async function runCommand(known: string): Promise<number> {
  try {
    const command = await COMMANDS[known]!.load();
    return await command.run(args);
  } catch (error) {
    console.error(inWords(error));
    return 1;
  }
}

function inWords(error: unknown): string {
  if (error instanceof StartError) return `kundig: ${error.line}\n  ${error.remedy}`;
  if (error instanceof SettingsError) {
    const count = error.faults.length === 1 ? 'one setting is' : `${error.faults.length} settings are`;
    return [`kundig: ${count} wrong`, ...error.faults.map((fault) => `  ${fault.name}: ${fault.problem}\n    ${fault.remedy}`)].join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((known) => known.length));
  const lines = Object.entries(COMMANDS).map(([known, { summary }]) => `  ${known.padEnd(width)}  ${summary}`);
  return ['usage: kundig <command>', '', ...lines].join('\n');
}
