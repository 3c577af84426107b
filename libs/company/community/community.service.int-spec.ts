import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import sharp from 'sharp';
import { InputPipe, Refused } from '#platform/graphql';
import { type TestContext, testContext } from '#platform/testing';
import { CommunityKeeper, CommunityService, CompanyModule } from '../index.js';
import { ContactKind, type ContactWayInput, SetContactWaysInput } from '../contact/contact.type.js';
import { SetCommunityInput } from './community.input.js';

const HOTLINE: ContactWayInput = {
  kind: ContactKind.telephone, address: '0800 330 1000', hours: 'Mo-Fr 8-20; Sa 10-14',
  de: { label: 'Hotline', cost: 'kostenlos', hoursNote: 'außer an Feiertagen', note: ' Kundennummer bereithalten ' }, en: { label: 'Hotline', cost: 'free' },
};

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#0a4f9e' } });

describe('what an admin says of the company', () => {
  let test: TestContext;
  let communities: CommunityService;
  let keeper: CommunityKeeper;
  beforeAll(async () => {
    test = await testContext([CompanyModule]);
    communities = test.context.get(CommunityService);
    keeper = test.context.get(CommunityKeeper);
  });
  afterAll(() => test.close());

  const faults = (work: Promise<unknown>) => work.then(() => 'none', (error: unknown) => error instanceof Refused ? error.problem : String(error));

  it('is kept, and what is left out stays', async () => {
    await communities.set({ name: ' Nordnetz hilft ', claimDe: 'Kunden helfen Kunden', brand: '#0A4F9E', accent: '#ffb300' });
    await communities.set({ claimEn: 'Customers help customers', accent: '' });
    expect(await keeper.refresh()).toMatchObject({ name: 'Nordnetz hilft', claim: { de: 'Kunden helfen Kunden', en: 'Customers help customers' }, brand: '#0a4f9e', accent: null });
  });

  it('has a logo made anew, small and without what came along', async () => {
    await communities.set({ logo: (await picture(1_200, 600).withExif({ IFD0: { Make: 'SpyCam' } }).jpeg().toBuffer()).toString('base64') });
    const { logo } = await keeper.refresh();
    expect(logo).toMatchObject({ mime: 'image/jpeg', width: 512, height: 256, path: expect.stringMatching(/^\/assets\/[\w-]{12}\/logo\.jpeg$/) as string });
    expect(logo!.content.includes('SpyCam')).toBe(false);
    await communities.set({ logo: '' });
    expect((await keeper.refresh()).logo).toBeNull();
  });

  it.each([
    ['no picture', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-kind'],
    ['half a picture', async () => (await picture(20, 10).png().toBuffer()).subarray(0, 60), 'file-broken'],
  ])('refuses as a logo: %s', async (_, make, code) => {
    expect(await faults(communities.set({ logo: (await make()).toString('base64') }))).toMatchObject({ fields: [{ field: 'logo', code }] });
  });

  it('has contact ways in their order, read as people write them', async () => {
    await communities.setWays({ ways: [HOTLINE, { ...HOTLINE, kind: ContactKind.email, address: 'help@nordnetz.example', hours: null }] });
    expect((await keeper.refresh()).contactWays).toMatchObject([
      { kind: 'telephone', address: 'tel:0800-330-1000', hours: 'Mo-Fr 08:00-20:00; Sa 10:00-14:00', de: { label: 'Hotline', cost: 'kostenlos', note: 'Kundennummer bereithalten' }, en: { note: '' } },
      { kind: 'email', address: 'mailto:help@nordnetz.example', hours: '' },
    ]);
  });

  it('is not overwritten by who saw an older one, even at the same moment', async () => {
    const { version } = await keeper.refresh();
    const outcomes = await Promise.all([1, 2, 3].map((at) => faults(communities.setWays({ basedOn: version, ways: Array.from({ length: at }, () => HOTLINE) }))));
    expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(1);
    expect(outcomes).toContainEqual({ kind: 'Conflict', conflict: 'changed-meanwhile' });
    expect((await keeper.refresh()).contactWays).toHaveLength(outcomes.indexOf('none') + 1);
  });

  it('is refused at its field', async () => {
    const fieldsOf = async (input: object) => {
      const { problem } = InputPipe.refusalOf(await validate(input, { stopAtFirstError: true }));
      return problem.kind === 'InvalidInput' ? problem.fields.map(({ field, code }) => `${field} ${code}`) : [];
    };
    expect(await fieldsOf(plainToInstance(SetCommunityInput, { name: ' ', brand: 'red', accent: '#12345', timeZone: 'Mars/Base', logo: '<svg>' }))).toEqual([
      'name required', 'brand colour', 'accent colour', 'timeZone unknown', 'logo malformed',
    ]);
    const way = { ...HOTLINE, address: 'javascript:alert(1)', hours: 'always', de: { label: '' }, en: { label: 'x'.repeat(61) } };
    expect(await fieldsOf(plainToInstance(SetContactWaysInput, { ways: [HOTLINE, way] }))).toEqual(['ways.1.address contact-address', 'ways.1.de.label required', 'ways.1.en.label too-long', 'ways.1.hours hours']);
    expect(await fieldsOf(plainToInstance(SetContactWaysInput, { ways: Array.from({ length: 13 }, () => HOTLINE) }))).toEqual(['ways too-many']);
  });
});
