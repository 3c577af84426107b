import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { Database } from '#platform/database';
import { type TestContext, testContext } from '#platform/testing';
import { CommunityKeeper, CommunityService, CompanyModule, ThemeService } from '../index.js';

const THEME = {
  name: 'Nordnetz hilft', claim: { de: 'Kunden helfen Kunden', en: 'Customers help customers' }, logo: 'logo.png', brand: '#0a4f9e', accent: '#ffb300',
  contactWays: [{ kind: 'telephone', address: '0800 330 1000', label: { de: 'Hotline', en: 'Hotline' }, cost: { de: 'kostenlos', en: 'free' }, hours: 'Mo-Fr 8-20' }],
};

describe('a theme file', () => {
  let folder: string;
  let test: TestContext;
  let themes: ThemeService;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kundig-theme-'));
    await writeFile(join(folder, 'logo.png'), await sharp({ create: { width: 20, height: 10, channels: 3, background: '#0a4f9e' } }).png().toBuffer());
    test = await testContext([CompanyModule]);
    themes = test.context.get(ThemeService);
  });
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const file = async (theme: unknown, name = 'theme.json') => {
    const path = join(folder, name);
    await writeFile(path, typeof theme === 'string' ? theme : JSON.stringify(theme));
    return path;
  };
  const present = () => test.context.get(CommunityKeeper).refresh();

  it('is applied once by all who start with it, and again when it says something else', async () => {
    const path = await file(THEME);
    expect((await Promise.all([1, 2, 3, 4].map(() => themes.applyOnce(path)))).filter(Boolean)).toHaveLength(1);
    expect(await present()).toMatchObject({ name: 'Nordnetz hilft', brand: '#0a4f9e', logo: { mime: 'image/png' }, contactWays: [{ address: 'tel:0800-330-1000', en: { cost: 'free' } }] });
    await test.context.get(CommunityService).set({ name: 'As an admin wants it' });
    expect(await themes.applyOnce(path)).toBe(false);
    expect((await present()).name).toBe('As an admin wants it');
    await themes.applyNow(path);
    expect((await present()).name).toBe('Nordnetz hilft');
    expect(await themes.applyOnce(await file({ brand: '#112233' }))).toBe(true);
    expect(await present()).toMatchObject({ name: 'Nordnetz hilft', brand: '#112233', logo: { mime: 'image/png' } });
  });

  it.each([
    ['{ "name": ', [['', /^it is no JSON: /]]],
    ['[]', [['', /has to be an object/]]],
    [{ name: 5, colour: '#112233' }, [['colour', /is unknown; there are name, claim, brand/], ['name', /has to be a text/]]],
    [{ brand: 'blue', colour: '#112233', claim: { de: 'x'.repeat(121) }, timeZone: 'Berlin' }, [['colour', /is unknown/], ['brand', /#0d5c63/], ['timeZone', /does not exist/], ['claim.de', /At most 120/]]],
    [{ contactWays: [THEME.contactWays[0], { kind: 'pigeon', address: 'http://x.example', label: { de: 'Taube' }, hours: 'always' }] }, [
      ['contactWays.1.kind', /./], ['contactWays.1.address', /https/], ['contactWays.1.label.en', /fill/], ['contactWays.1.hours', /Mo-Fr/],
    ]],
    [{ contactWays: [{ ...THEME.contactWays[0], cost: 'free', fax: '1' }] }, [['contactWays.0.fax', /unknown/], ['contactWays.0.cost', /"de"/]]],
    [{ logo: 'none.png' }, [['logo', /cannot be read/]]],
    [{ logo: '../theme.json' }, [['logo', /beside/]]],
    [{ logo: 'theme.json' }, [['logo', /Pictures/]]],
  ] as [unknown, [string, RegExp][]][])('is refused with what is wrong where: %j', async (theme, faults) => {
    const { version } = await present();
    const path = await file(theme, 'wrong.json');
    await file('"no picture"');
    const error = await themes.applyNow(path).then(() => null, (refusal: unknown) => refusal as Error);
    expect((error as unknown as { faults: unknown }).faults).toEqual(expect.arrayContaining(faults.map(([field, problem]) => ({ field, problem: expect.stringMatching(problem) as string }))));
    expect(error!.message).toContain(path);
    expect((await present()).version).toBe(version);
  });

  it('that is not there is named', async () => {
    await expect(themes.applyOnce(join(folder, 'nothing.json'))).rejects.toThrow(/nothing\.json cannot be taken as a theme:\n {2}there is no such file/);
    expect(await test.context.get(Database, { strict: false }).query('select from community')).toHaveLength(1);
  });
});
