import { Actor, type Role } from '#platform/access';
import { Database, encodeId } from '#platform/database';
import type { Refused } from '#platform/graphql';
import { housekeepingTasks } from '#platform/jobs';
import { type TestContext, testContext } from '#platform/testing';
import { AccountsModule } from '../accounts.module.js';
import { MemberRole } from '../member/member.type.js';
import { RoleService } from '../member/role.service.js';
import { AcceptInvitationService } from './accept-invitation.service.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationService } from './invitation.service.js';
import { InvitationLanguage, TeamRole } from './invitation.type.js';

let test: TestContext;
let db: Database;
let invitations: InvitationService;
let links: AcceptInvitationService;
let admin: Actor;
beforeAll(async () => {
  test = await testContext([AccountsModule]);
  db = test.context.get(Database, { strict: false });
  invitations = test.context.get(InvitationService, { strict: false });
  links = test.context.get(AcceptInvitationService, { strict: false });
  admin = await member('Ada', 'admin');
});
afterEach(() => db.query('delete from rate_limit'));
afterAll(() => test.close());

async function member(name: string, role: Role = 'customer'): Promise<Actor> {
  const [made] = await db.query<{ id: string }>('insert into member (name, name_key, role, email) values ($1::text, lower($1), $2, lower($1) || $3) returning id', [name, role, '@example.org']);
  return Actor.member({ id: made!.id, name, role, rank: 0, language: 'en' });
}

const invite = (email: string, role = TeamRole.staff, by = admin) => invitations.invite(by, { email, role, language: InvitationLanguage.de, note: 'Willkommen <b>' });
const about = (id: string) => ({ invitationId: encodeId('invitation', id) });
const lastLink = async (email: string) => {
  const mail = await db.one<{ text: string }>(`select text from mail where lower(recipient) = lower($1) and key like 'account:invited:%' order by id desc limit 1`, [email]);
  return /\/invitation\/([\w-]{43})/.exec(mail!.text)![1]!;
};
const stateOf = async (token: string) => (await links.open(token))?.state ?? null;
const join = (token: string, name: string) => links.join(token, { name, password: 'a long enough password' });
const roleOf = async (id: string | null) => (await db.one<{ role: string }>('select role from member where id = $1', [id]))?.role;
const refusalOf = (work: Promise<unknown>) => work.then(() => null, (refused: Refused) => refused.problem);

it('makes the invited staff at once, whose address it then knows no more', async () => {
  const id = await invite('Nele@example.org');
  const mail = await db.one<{ subject: string; text: string; html: string }>(`select subject, text, html from mail where recipient = 'Nele@example.org'`);
  expect(mail!.subject).toContain('Einladung ins Team');
  expect(mail!.html).toContain('„Willkommen &lt;b&gt;“');
  const token = await lastLink('nele@example.org');
  expect(await stateOf(token)).toBe('open');
  const nele = await join(token, 'Kundenservice'); // the team may speak for the company
  expect(await db.one('select role, language, email, email_verified_at is not null as verified from member where id = $1', [nele])).toEqual({ role: 'staff', language: 'de', email: 'Nele@example.org', verified: true });
  expect(await db.one('select email, accepted_by as who from invitation where id = $1', [id])).toEqual({ email: null, who: nele });
  expect(await db.query(`select kind, actor_id as "by" from event where kind in ('StaffInvited', 'RoleChanged', 'InvitationAccepted') order by id`)).toEqual([{ kind: 'StaffInvited', by: admin.id }, { kind: 'RoleChanged', by: admin.id }, { kind: 'InvitationAccepted', by: nele }]);
  expect([await stateOf(token), await join(token, 'Twice')]).toEqual(['accepted', null]);
  expect(await refusalOf(invitations.withdraw(admin, about(id)))).toMatchObject({ reason: 'invitation-accepted' });
  expect(await refusalOf(invite('nele@example.org'))).toMatchObject({ reason: 'on-the-team' });
});

it('is used once by two at the same moment, and leaves nothing of the second', async () => {
  await invite('race@example.org');
  const token = await lastLink('race@example.org');
  const joined = await Promise.all([join(token, 'Race One'), join(token, 'Race Two')]);
  expect(joined.filter((each) => each !== null)).toHaveLength(1);
  expect(await db.query(`select from member where name like 'Race %'`)).toHaveLength(1);
});

it('replaces an earlier one to the same address, also of two at the same moment', async () => {
  await invite('Twice@example.org');
  const first = await lastLink('twice@example.org');
  await Promise.all([invite('twice@example.org', TeamRole.admin), invite('TWICE@example.org', TeamRole.admin)]);
  expect(await db.query(`select role, sends from invitation where lower(email) = 'twice@example.org'`)).toEqual([{ role: 'admin', sends: 3 }]);
  expect(await stateOf(first)).toBeNull();
});

it('offers the role to whoever has the address, and to nobody else', async () => {
  const [mina, tom] = [await member('Mina'), await member('Tom')];
  await invite('mina@example.org', TeamRole.admin);
  const token = await lastLink('mina@example.org');
  expect(await refusalOf(links.accept(tom, token))).toMatchObject({ reason: 'invitation-for-another' });
  expect(await refusalOf(join(token, 'Somebody else'))).toMatchObject({ fields: [{ field: 'email', code: 'taken' }] });
  expect(await roleOf(mina.id)).toBe('customer');
  expect(await links.accept(mina, token)).toBe(true);
  expect([await roleOf(mina.id), await links.accept(mina, token)]).toEqual(['admin', false]);
});

it('opens nothing once it is withdrawn, too old, or of somebody who is no admin any more; sent again it does', async () => {
  const id = await invite('late@example.org');
  const first = await lastLink('late@example.org');
  await invitations.withdraw(admin, about(id));
  await invitations.withdraw(admin, about(id));
  expect([await stateOf(first), await join(first, 'Late')]).toEqual(['withdrawn', null]);
  await invitations.resend(admin, about(id));
  const second = await lastLink('late@example.org');
  expect([await stateOf(first), await stateOf(second)]).toEqual([null, 'open']);
  await db.query(`update invitation set expires_at = now() where id = $1`, [id]);
  expect([await stateOf(second), await join(second, 'Late')]).toEqual(['expired', null]);

  const former = await member('Former', 'admin');
  await invitations.resend(former, about(id));
  const third = await lastLink('late@example.org');
  for (const role of [MemberRole.customer, MemberRole.admin]) await test.context.get(RoleService, { strict: false }).set(admin, { memberId: encodeId('member', former.id!), role });
  expect([await stateOf(third), await join(third, 'Late')]).toEqual(['withdrawn', null]); // not good again with the role
  await db.query(`update member set role = 'customer' where id = $1`, [former.id]);
  expect([await stateOf(third), await join(third, 'Late')]).toEqual(['withdrawn', null]);
  const { nodes } = await test.context.get(InvitationReader, { strict: false }).list({ limit: 1, backwards: false, from: null });
  expect(nodes).toMatchObject([{ email: 'late@example.org', sends: 3, state: 'withdrawn', invitedBy: { name: 'Former' }, mailId: null }]);
});

it('is sent to one address five times an hour, and by one admin fifty times a day', async () => {
  const id = await invite('often@example.org');
  for (let time = 2; time <= 5; time += 1) await invitations.resend(admin, about(id));
  expect(await refusalOf(invitations.resend(admin, about(id)))).toMatchObject({ kind: 'TooFast' });
  await db.query(`update rate_limit set points = 50 where key = $1`, [`invitationDay:${admin.id}`]);
  expect(await refusalOf(invite('one-more@example.org'))).toMatchObject({ kind: 'TooFast' });
});

it('is forgotten 30 days after its end', async () => {
  const [old, recent] = [await invite('old@example.org'), await invite('recent@example.org')];
  await db.query(`update invitation set expires_at = now() - make_interval(days => case when id = $1 then 31 else 29 end) where id = any($2)`, [old, [old, recent]]);
  await housekeepingTasks(db)['housekeeping']!(null, null as never);
  expect(await db.query('select id from invitation where id = any($1)', [[old, recent]])).toEqual([{ id: recent }]);
});
