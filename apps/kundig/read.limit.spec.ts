import type { Request, Response } from 'express';
import { Reads } from '#accounts';
import { Actor } from '#platform/access';
import { readLimit } from './read.limit.js';

const mina = Actor.member({ id: '7', name: 'Mina', role: 'customer', rank: 0, language: 'en' });

function limited(most: number) {
  let now = 0;
  const limit = readLimit(new Reads(most, () => now));
  const headers: Record<string, string> = {};
  return {
    headers,
    later: (ms: number) => { now += ms; },
    /** Whether the request was let through. */
    passes: (request: Partial<Request> & { actor?: Actor }) => {
      let error: unknown;
      limit({ actor: Actor.guest('en'), method: 'GET', path: '/', ip: '192.0.2.1', get: () => undefined, ...request } as unknown as Request, { set: (name: string, value: string) => { headers[name] = value; } } as unknown as Response, (given?: unknown) => { error = given; });
      return error === undefined;
    },
  };
}

it('answers so many a minute and not one more, says when to come again, and then does', () => {
  const { passes, later, headers } = limited(3);
  expect([passes({}), passes({}), passes({}), passes({})]).toEqual([true, true, true, false]);
  later(20_000);
  expect([passes({}), headers['Retry-After']]).toEqual([false, '40']);
  later(40_000);
  expect(passes({})).toBe(true);
});

it('counts guests by network, members by themselves, and a preview as much as it costs', () => {
  const { passes } = limited(21);
  const ada = Actor.member({ id: '8', name: 'Ada', role: 'customer', rank: 0, language: 'en' });
  const withFiles = { actor: ada, method: 'POST', get: () => 'multipart/form-data; boundary=x' } as unknown as Parameters<typeof passes>[0]; // what it wants stands in its parts
  expect([passes(withFiles), passes(withFiles)]).toEqual([true, false]);
  expect(passes({ ip: '2001:db8:1:2::1', method: 'POST', path: '/ask' })).toBe(true);
  expect([passes({ ip: '2001:db8:1:2::2' }), passes({ ip: '2001:db8:1:2::3' }), passes({ ip: '2001:db8:1:3::1' })]).toEqual([true, false, true]);
  expect([passes({ actor: mina, method: 'POST', body: { act: 'preview' } }), passes({ actor: mina, method: 'POST', body: { act: 'preview' } })]).toEqual([true, false]);
  expect(passes({ method: 'POST', path: '/graphql' })).toBe(true);
});
