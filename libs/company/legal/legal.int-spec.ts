import { AccountsModule, SessionService, SignUpService } from '#accounts';
import { canWrite } from '#platform/access';
import { Database } from '#platform/database';
import { HouseRules } from '#platform/runtime';
import { type TestContext, testContext } from '#platform/testing';
import { CommunityKeeper, CompanyModule } from '../index.js';
import { legalHtml } from './legal.html.js';
import { LegalService } from './legal.service.js';
import { LegalPageName } from './legal.type.js';

describe('what a company owes', () => {
  let test: TestContext;
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  beforeAll(async () => { test = await testContext([AccountsModule, CompanyModule]); });
  afterAll(() => test.close());

  const PASSWORD = 'a few words in a row';
  const session = async (memberId: string) => get(SessionService).open(memberId, { userAgent: '', ip: '10.0.0.1' }, null);
  const signUp = (name: string, rules?: string) => get(SignUpService).signUp({ name, email: `${name}@example.org`, password: PASSWORD, ...(rules ? { rules } : {}) }, '10.0.0.1');
  const publish = async (actor: { memberId: string }, page: LegalPageName, basedOn: number, more: object = {}) =>
    get(LegalService).publish(actor as never, { page, basedOn, sourceDe: 'Neu.', sourceEn: 'New.', mustAgree: false, ...more });

  it('begins with house rules in both languages, rendered as anything else, and with no imprint', async () => {
    const row = (await get(Database).one<Record<string, string>>(`select * from legal_version where page = 'rules'`))!;
    expect([row['html_de'], row['html_en']]).toEqual([legalHtml(row['source_de']!), legalHtml(row['source_en']!)]);
    expect(await get(LegalService).version(LegalPageName.rules, 'de', null)).toMatchObject({ number: 1, language: 'de', isCurrent: true, html: row['html_de'] });
    expect(row['html_de']).toContain('<h2>Miteinander</h2>');
    expect(legalHtml('## A\n\n### B\n\nC')).toBe('<h2>A</h2>\n<h3>B</h3>\n<p>C</p>\n');
    expect(await get(LegalService).version(LegalPageName.imprint, 'de', null)).toBeNull();
    expect({ ...get(HouseRules) }).toEqual({ current: 1, needed: 0 });
  });

  it('keeps every version, shows the other language where one is empty, and lets one of two win', async () => {
    const boss = (await get(SessionService).actorOf(await session(await get(SignUpService).register({ name: 'Boss', email: 'boss@example.org', password: PASSWORD }))))!;
    const both = await Promise.allSettled([1, 2].map(() => publish(boss, LegalPageName.imprint, 0, { sourceEn: '' })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { problem: { conflict: 'changed-meanwhile' } } });
    await publish(boss, LegalPageName.imprint, 1);
    const version = (number: number | null) => get(LegalService).version(LegalPageName.imprint, 'en', number);
    expect(await version(1)).toMatchObject({ language: 'de', html: '<p>Neu.</p>\n', isCurrent: false });
    expect(await version(null)).toMatchObject({ number: 2, html: '<p>New.</p>\n', isCurrent: true, versions: [{ number: 2 }, { number: 1 }] });
    await expect(publish(boss, LegalPageName.imprint, 2, { sourceDe: ' ', sourceEn: '' })).rejects.toMatchObject({ problem: { kind: 'InvalidInput' } });
    await expect(publish(boss, LegalPageName.imprint, 2, { mustAgree: true })).rejects.toMatchObject({ problem: { kind: 'InvalidInput' } });
  });

  it('lets nobody in who did not agree, and nobody write who has to agree again', async () => {
    for (const rules of [undefined, '2', '0']) await expect(signUp('Nora', rules)).rejects.toMatchObject({ problem: { fields: [{ field: 'rules', code: 'agreement' }] } });
    const { memberId } = await signUp('Nora', '1');
    expect(await get(Database).one('select rules_agreed, rules_agreed_at is not null as dated from member where id = $1', [memberId])).toEqual({ rules_agreed: 1, dated: true });
    const token = await session(memberId!);
    const nora = async () => (await get(SessionService).actorOf(token))!;
    await publish(await nora(), LegalPageName.rules, 1); // a change that nobody has to agree to
    await get(CommunityKeeper).refresh();
    expect(canWrite(await nora())).toEqual({ denied: false });
    await publish(await nora(), LegalPageName.rules, 2, { mustAgree: true });
    await get(CommunityKeeper).refresh();
    expect(canWrite(await nora())).toMatchObject({ denied: true, reason: 'agree-to-rules' });
    await expect(get(LegalService).agree(await nora(), 2)).rejects.toMatchObject({ problem: { conflict: 'changed-meanwhile' } });
    await get(LegalService).agree(await nora(), 3);
    expect(canWrite(await nora())).toEqual({ denied: false });
  });
});
