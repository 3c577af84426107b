import { Actor, type Role } from '#platform/access';
import { canEdit, isSilent, type PostFacts } from './edit.policy.js';

const NOW = new Date('2026-11-20T12:00:00Z');
const HOUR = 60 * 60_000;
const member = (id: string, role: Role = 'customer', rank = 0) => Actor.member({ id, name: id, role, rank, language: 'en' });
const author = member('1');
const post = (more: Partial<PostFacts> & { hours?: number } = {}): PostFacts => ({
  kind: 'answer', state: 'visible', authorId: '1', authorRole: 'customer', official: false, createdAt: new Date(NOW.getTime() - (more.hours ?? 1) * HOUR), ...more,
});
const said = (actor: Actor, facts: PostFacts) => {
  const decision = canEdit(actor, facts, NOW);
  return decision.denied ? [decision.reason, decision.needs] : 'yes';
};

it('lets authors edit for 24 hours, from rank 2 on for 30 days', () => {
  expect(said(author, post({ hours: 24 }))).toBe('yes');
  expect(said(author, post({ hours: 24.1 }))).toEqual(['too-late-to-edit', 1]);
  expect(said(member('1', 'customer', 2), post({ hours: 24 * 30 }))).toBe('yes');
  expect(said(member('1', 'customer', 2), post({ hours: 24 * 30 + 1 }))).toEqual(['too-late-to-edit', 30]);
});

it('keeps what the company stands by in the company’s hands', () => {
  const old = { hours: 9_999 };
  expect(said(member('2', 'super_user'), post(old))).toBe('yes');
  expect(said(member('2', 'super_user'), post({ ...old, authorRole: 'staff' }))).toEqual(['staff-post', undefined]);
  expect(said(member('2', 'super_user'), post({ ...old, official: true }))).toEqual(['official-answer', undefined]);
  expect(said(author, post({ official: true }))).toEqual(['official-answer', undefined]);
  expect(said(member('3', 'staff'), post({ ...old, authorRole: 'admin', official: true }))).toBe('yes');
});

it('refuses strangers, guests, and what is deleted', () => {
  expect(said(member('2'), post())).toEqual(['not-the-author', undefined]);
  expect(said(Actor.guest('en'), post())).toEqual(['sign-in-needed', undefined]);
  expect(said(member('3', 'staff'), post({ state: 'deleted' }))).toEqual(['deleted', undefined]);
});

it('is silent about a slip of the pen, and about nothing else', () => {
  expect(isSilent(author, post({ hours: 5 / 60 }), false, NOW)).toBe(true);
  expect(isSilent(author, post({ hours: 5.1 / 60 }), false, NOW)).toBe(false);
  expect(isSilent(author, post({ hours: 0 }), true, NOW)).toBe(false);
  expect(isSilent(member('2', 'super_user'), post({ hours: 0 }), false, NOW)).toBe(false);
});
