import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { nearest } from './name.nearest.js';
import { SettingsError } from './settings.error.js';
import { type EmbedderSettings, type SpamFilterSettings, LANGUAGES, LIMITS, LOG_LEVELS, ROLES, type Settings } from './settings.type.js';
import { readFilesOrigin, readS3 } from './settings.files.js';
import { ValueReader } from './value.reader.js';

/** Variables that begin like this are ours alone, so an unknown one is a slip of the pen. */
const OURS = 'KUNDIG_';
const LOOPBACK = '127.0.0.1';

/** Reads the settings once. The environment wins over `.env`; what is wrong is thrown together. */
export function readSettings(env: Record<string, string | undefined>, dotenvText = ''): Settings {
  const read = new ValueReader({ ...parseEnv(dotenvText), ...definedOnly(env) });
  const port = read.integer('PORT', 3000, 1, 65_535);
  const host = read.text('HOST') ?? LOOPBACK;
  const databaseUrl = read.url('DATABASE_URL', ['postgres', 'postgresql'], 'postgres://kundig_app:password@db.example:5432/kundig');
  const databaseOwnerUrl = read.url('DATABASE_OWNER_URL', ['postgres', 'postgresql'], 'postgres://kundig_owner:password@db.example:5432/kundig');
  const meiliUrl = read.url('MEILI_URL', ['http', 'https'], 'http://search.example:7700');
  const meiliKey = read.text('MEILI_KEY');
  const smtpUrl = read.url('SMTP_URL', ['smtp', 'smtps'], 'smtps://user:password@mail.example:465');
  const name = read.text('KUNDIG_NAME') ?? 'Kundig';
  const publicUrl = withoutEndSlash(read.url('PUBLIC_URL', ['http', 'https'], 'https://community.example') ?? `http://${typedHost(host)}:${port}`);

  const settings: Settings = {
    port,
    host,
    dataDir: resolve(read.text('KUNDIG_DATA') ?? '.kundig'),
    databaseUrl,
    databaseOwnerUrl: databaseOwnerUrl ?? databaseUrl,
    databasePool: read.integer('DATABASE_POOL', 10, 1, 1000),
    meiliUrl,
    meiliKey,
    meiliBinary: read.text('KUNDIG_MEILI_BINARY'),
    embedder: readEmbedder(read),
    smtpUrl,
    verifyAddresses: read.choice('KUNDIG_VERIFY_ADDRESSES', ['on', 'off'], smtpUrl ? 'on' : 'off') === 'on',
    leaderboards: read.choice('KUNDIG_LEADERBOARDS', ['on', 'off'], 'on') === 'on',
    screening: read.choice('KUNDIG_SCREENING', ['on', 'off'], 'on') === 'on',
    spamFilter: readSpamFilter(read),
    mailFrom: read.sender('MAIL_FROM', name),
    filesS3: readS3(read),
    filesOrigin: readFilesOrigin(read, publicUrl),
    roles: read.list('KUNDIG_ROLES', ROLES),
    publicUrl,
    secureCookies: publicUrl.startsWith('https:'),
    trustProxy: read.integer('TRUST_PROXY', 0, 0, 10),
    language: read.choice('KUNDIG_LANGUAGE', LANGUAGES, 'en'),
    name,
    theme: fileIn(read.text('KUNDIG_THEME')),
    limits: read.choice('KUNDIG_LIMITS', LIMITS, 'usual'),
    logLevel: read.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
  };

  if (read.has('MEILI_KEY') && !read.has('MEILI_URL')) {
    read.fault('MEILI_KEY', 'is set, but MEILI_URL is not', 'set MEILI_URL to the address that this key belongs to, or remove MEILI_KEY');
  }
  if (read.has('DATABASE_OWNER_URL') && !read.has('DATABASE_URL')) {
    read.fault('DATABASE_OWNER_URL', 'is set, but DATABASE_URL is not', "set DATABASE_URL to the same database with the application's role, or remove DATABASE_OWNER_URL");
  }
  if (smtpUrl && !read.has('MAIL_FROM')) {
    read.fault('MAIL_FROM', 'is not set, but SMTP_URL is', 'set the address that mails come from, for example MAIL_FROM=community@company.example');
  }
  if (settings.limits === 'wide' && !isThisMachine(publicUrl)) {
    read.fault('KUNDIG_LIMITS', 'is wide, but PUBLIC_URL is not an address of this machine', 'wide limits stop no spam: they are for measuring and trying out; remove KUNDIG_LIMITS');
  }
  const known = [...read.asked].filter((name) => name.startsWith(OURS)).sort();
  for (const unknown of read.names().filter((name) => name.startsWith(OURS) && !known.includes(name))) {
    const meant = nearest(unknown, known);
    read.fault(unknown, 'is not a setting of Kundig', meant ? `did you mean ${meant}?` : `settings that begin so are ${known.join(', ')}`);
  }
  if (read.faults.length > 0) throw new SettingsError(read.faults);
  return Object.freeze(settings);
}

function readEmbedder(read: ValueReader): EmbedderSettings | undefined {
  const url = read.url('KUNDIG_EMBEDDER_URL', ['http', 'https'], 'http://localhost:11434/api/embed');
  const model = read.text('KUNDIG_EMBEDDER_MODEL');
  if (url && !model) read.fault('KUNDIG_EMBEDDER_MODEL', 'is not set, but KUNDIG_EMBEDDER_URL is', 'name the model to ask for, for example KUNDIG_EMBEDDER_MODEL=bge-m3');
  for (const name of ['KUNDIG_EMBEDDER_MODEL', 'KUNDIG_EMBEDDER_KEY']) {
    if (read.has(name) && !read.has('KUNDIG_EMBEDDER_URL')) read.fault(name, 'is set, but KUNDIG_EMBEDDER_URL is not', `set KUNDIG_EMBEDDER_URL to the address that vectors come from, or remove ${name}`);
  }
  return url && model ? { url, model, key: read.text('KUNDIG_EMBEDDER_KEY') } : undefined;
}

function readSpamFilter(read: ValueReader): SpamFilterSettings | undefined {
  const url = read.url('KUNDIG_SPAM_FILTER_URL', ['http', 'https'], 'https://rest.akismet.com/1.1/comment-check');
  const key = read.text('KUNDIG_SPAM_FILTER_KEY');
  if (url && !key) read.fault('KUNDIG_SPAM_FILTER_KEY', 'is not set, but KUNDIG_SPAM_FILTER_URL is', 'set it to the key that the filter knows this community by');
  if (key && !read.has('KUNDIG_SPAM_FILTER_URL')) read.fault('KUNDIG_SPAM_FILTER_KEY', 'is set, but KUNDIG_SPAM_FILTER_URL is not', 'set KUNDIG_SPAM_FILTER_URL to the address of the filter, or remove KUNDIG_SPAM_FILTER_KEY');
  return url && key ? { url, key } : undefined;
}

function isThisMachine(url: string): boolean {
  return ['localhost', LOOPBACK, '[::1]'].includes(new URL(url).hostname);
}

/** What somebody on this machine types: `localhost` reaches the usual loopback and a server that listens everywhere, no other address. */
function typedHost(host: string): string {
  if ([LOOPBACK, '::1', '0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function definedOnly(env: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

function withoutEndSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function fileIn(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}
