import { resolve } from 'node:path';
import { readSettings } from './settings.read.js';
import { SettingsError, type SettingFault } from './settings.error.js';

function faultsOf(env: Record<string, string>, dotenv?: string): SettingFault[] {
  try {
    readSettings(env, dotenv);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('needs nothing: a bare machine gets the defaults', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.kundig'),
      databasePool: 10,
      verifyAddresses: false,
      leaderboards: true,
      screening: true,
      roles: ['api', 'web', 'worker'],
      publicUrl: 'http://localhost:3000',
      secureCookies: false,
      trustProxy: 0,
      language: 'en',
      name: 'Kundig',
      limits: 'usual',
      logLevel: 'info',
    });
  });

  it('lets the environment win over .env, and reads .env where it is silent', () => {
    const settings = readSettings({ PORT: '4000', KUNDIG_LANGUAGE: undefined }, 'PORT=5000\nKUNDIG_NAME="Stadtwerke fragen"\nKUNDIG_LANGUAGE=de');
    expect(settings).toMatchObject({ port: 4000, publicUrl: 'http://localhost:4000', name: 'Stadtwerke fragen', language: 'de' });
  });

  it('takes an empty value as not set', () => {
    expect(readSettings({ PORT: '', MEILI_KEY: ' ' })).toMatchObject({ port: 3000, meiliKey: undefined });
  });

  it('makes cookies secure under https and drops the slash at the end', () => {
    expect(readSettings({ PUBLIC_URL: 'https://ask.example/' })).toMatchObject({ publicUrl: 'https://ask.example', secureCookies: true });
  });

  it("migrates with the application's role unless an owner is named", () => {
    const url = 'postgres://app:pw@db/kundig';
    expect(readSettings({ DATABASE_URL: url }).databaseOwnerUrl).toBe(url);
    expect(readSettings({ DATABASE_URL: url, DATABASE_OWNER_URL: 'postgres://owner@db/kundig' }).databaseOwnerUrl).toBe('postgres://owner@db/kundig');
  });

  it('takes wide limits only where nobody from outside comes', () => {
    expect(readSettings({ KUNDIG_LIMITS: 'wide' }).limits).toBe('wide');
    expect(faultsOf({ KUNDIG_LIMITS: 'wide', PUBLIC_URL: 'https://ask.example' })).toEqual([expect.objectContaining({ name: 'KUNDIG_LIMITS' })]);
  });

  it('reads roles in any order and case, once each', () => {
    expect(readSettings({ KUNDIG_ROLES: 'Worker, api,api' }).roles).toEqual(['api', 'worker']);
  });

  it('takes MEILI_URL without a key, not a key without MEILI_URL', () => {
    expect(readSettings({ MEILI_URL: 'http://search:7700' }).meiliUrl).toBe('http://search:7700');
    expect(faultsOf({ MEILI_KEY: 'k' })).toEqual([expect.objectContaining({ name: 'MEILI_KEY', problem: 'is set, but MEILI_URL is not' })]);
  });

  it('says of a faulty MEILI_URL only that it is faulty, not also that the key stands alone', () => {
    expect(faultsOf({ MEILI_KEY: 'k', MEILI_URL: 'search:7700' }).map(({ name }) => name)).toEqual(['MEILI_URL']);
  });

  const S3 = { FILES_S3_URL: 'https://s3.example/', FILES_S3_BUCKET: 'community-files', FILES_S3_KEY: 'key', FILES_S3_SECRET: 'hunter2' };

  it('keeps files in S3 where all of it is given', () => {
    expect(readSettings(S3).filesS3).toEqual({ url: 'https://s3.example', bucket: 'community-files', accessKey: 'key', secretKey: 'hunter2', region: 'us-east-1' });
    expect(readSettings({ ...S3, FILES_S3_REGION: 'eu-central-1' }).filesS3?.region).toBe('eu-central-1');
  });

  it.each(Object.keys(S3))('asks for %s where the rest of S3 is given, and repeats no secret', (name) => {
    const faults = faultsOf({ ...S3, [name]: '' });
    expect(faults.map((fault) => fault.name)).toEqual([name]);
    expect(JSON.stringify(faults)).not.toContain('hunter2');
  });

  it('refuses a bucket that is none, and a region without a bucket', () => {
    expect(faultsOf({ ...S3, FILES_S3_BUCKET: '../other' }).map(({ name }) => name)).toEqual(['FILES_S3_BUCKET']);
    expect(faultsOf({ FILES_S3_REGION: 'eu' })).toHaveLength(4);
  });

  it('takes an origin for files that is none of the pages', () => {
    const PUBLIC_URL = 'https://ask.example';
    expect(readSettings({ PUBLIC_URL, FILES_ORIGIN: 'https://files.example/' }).filesOrigin).toBe('https://files.example');
    for (const FILES_ORIGIN of ['https://ask.example', 'http://ask.example', 'https://files.example/x', 'files.example']) expect(faultsOf({ PUBLIC_URL, FILES_ORIGIN }).map(({ name }) => name)).toEqual(['FILES_ORIGIN']);
  });

  it('throws all faults together', () => {
    const env = { PORT: '70000', DATABASE_POOL: '1.5', TRUST_PROXY: '-1', KUNDIG_ROLES: 'api,sing', KUNDIG_LANGUAGE: 'fr', LOG_LEVEL: 'loud', SMTP_URL: 'http://mail', DATABASE_URL: 'nowhere' };
    expect(faultsOf(env).map(({ name }) => name).sort()).toEqual(Object.keys(env).sort());
  });

  it('takes an embedder with its model, and neither model nor key without it', () => {
    const [url, model] = ['http://localhost:11434/api/embed', 'bge-m3'];
    expect(readSettings({ KUNDIG_EMBEDDER_URL: url, KUNDIG_EMBEDDER_MODEL: model, KUNDIG_EMBEDDER_KEY: 'k' }).embedder).toEqual({ url, model, key: 'k' });
    expect(readSettings({}).embedder).toBeUndefined();
    expect(faultsOf({ KUNDIG_EMBEDDER_URL: url })).toEqual([expect.objectContaining({ name: 'KUNDIG_EMBEDDER_MODEL', problem: 'is not set, but KUNDIG_EMBEDDER_URL is' })]);
    expect(faultsOf({ KUNDIG_EMBEDDER_MODEL: model, KUNDIG_EMBEDDER_KEY: 'k' }).map(({ name }) => name)).toEqual(['KUNDIG_EMBEDDER_MODEL', 'KUNDIG_EMBEDDER_KEY']);
  });

  it('takes a spam filter with its key, and neither without the other', () => {
    const [url, key] = ['https://rest.akismet.com/1.1/comment-check', 'k'];
    expect(readSettings({ KUNDIG_SPAM_FILTER_URL: url, KUNDIG_SPAM_FILTER_KEY: key }).spamFilter).toEqual({ url, key });
    expect(readSettings({}).spamFilter).toBeUndefined();
    for (const [name, value] of [['KUNDIG_SPAM_FILTER_URL', url], ['KUNDIG_SPAM_FILTER_KEY', key]] as const) expect(faultsOf({ [name]: value }).map(({ name }) => name)).toEqual(['KUNDIG_SPAM_FILTER_KEY']);
  });

  it.each(['KUNDIG_LEADERBOARDS', 'KUNDIG_SCREENING'])('knows %s, and turns it off', (name) => {
    expect(faultsOf({ [name]: 'off' })).toEqual([]);
    expect(faultsOf({ [name]: 'maybe' })).toHaveLength(1);
  });

  it('names the setting that was probably meant', () => {
    expect(faultsOf({ KUNDIG_ROLE: 'api' })).toEqual([expect.objectContaining({ name: 'KUNDIG_ROLE', remedy: 'did you mean KUNDIG_ROLES?' })]);
    expect(faultsOf({}, 'KUNDIG_DATTA=/srv')[0]?.remedy).toBe('did you mean KUNDIG_DATA?');
    expect(faultsOf({ KUNDIG_SOMETHING_ELSE: '1' })[0]?.remedy).toMatch(/^settings that begin so are KUNDIG_DATA,/);
  });

  it.each(['DATABASE_URL', 'SMTP_URL', 'MEILI_URL', 'PUBLIC_URL'])('never repeats the password of a faulty %s', (name) => {
    for (const value of ['ftp://ada:hunter2@db/kundig', 'postgres://ada:hunter2@', 'ada:hunter2@db:99999', 'smtp://:hunter2@']) {
      const error = new SettingsError(faultsOf({ [name]: value }));
      expect(error.message).not.toContain('hunter2');
    }
  });
});

describe('MAIL_FROM', () => {
  const smtp = { SMTP_URL: 'smtp://mail.example' };

  it('takes an address with or without a name', () => {
    expect(readSettings({ ...smtp, MAIL_FROM: 'help@company.example', KUNDIG_NAME: 'Help' }).mailFrom).toEqual({ name: 'Help', address: 'help@company.example' });
    expect(readSettings({ ...smtp, MAIL_FROM: '"Stadtwerke fragen" <help@company.example>' }).mailFrom).toEqual({ name: 'Stadtwerke fragen', address: 'help@company.example' });
  });

  it('is needed where mails leave, and must be one', () => {
    expect(faultsOf(smtp)).toMatchObject([{ name: 'MAIL_FROM' }]);
    expect(faultsOf({ ...smtp, MAIL_FROM: 'nobody' })).toMatchObject([{ name: 'MAIL_FROM', remedy: expect.stringContaining('for example') as string }]);
  });
});
