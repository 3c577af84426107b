import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { Actor } from '#platform/access';
import { fairTurns } from './fair.turns.js';

const mina = Actor.member({ id: '7', name: 'Mina', role: 'customer', rank: 0, language: 'en' });

function two() {
  const turns = fairTurns(2);
  const started: string[] = [];
  return {
    started,
    /** Sends a request; answers how it ends, by its answer or because its sender went away. */
    send: (name: string, { actor = Actor.guest('en'), method = 'GET', path = '/', ip = '192.0.2.1', headers = {}, upgrade = false }: { actor?: Actor; method?: string; path?: string; ip?: string; headers?: Record<string, string>; upgrade?: boolean } = {}) => {
      const response = new EventEmitter();
      turns({ actor, method, path, ip, upgrade, get: (header: string) => headers[header] } as unknown as Request, response as unknown as Response, () => started.push(name));
      return () => response.emit('close');
    },
  };
}

it('works at so many requests of one reader, and at the others as these end, in order', () => {
  const { started, send } = two();
  const ends = ['a', 'b', 'c', 'd', 'e'].map((name) => send(name));
  expect(started).toEqual(['a', 'b']);
  ends[1]!();
  ends[3]!(); // gone before its turn
  expect(started).toEqual(['a', 'b', 'c']);
  ends[0]!();
  expect(started).toEqual(['a', 'b', 'c', 'e']);
  ends[2]!();
  ends[4]!();
  send('f');
  send('g');
  expect(started.slice(4)).toEqual(['f', 'g']);
});

it('lets nobody else wait for them, nor for what lasts', () => {
  const { started, send } = two();
  for (const name of ['a', 'b', 'c']) send(name);
  send('from elsewhere', { ip: '198.51.100.1' });
  send('a member', { actor: mina });
  for (const path of ['/live/thread/1', '/files/key/name']) send(path, { path });
  send('a socket', { upgrade: true });
  send('no socket, for all it says', { headers: { upgrade: 'h2c' } });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  send('an upload', { method: 'POST', path: '/de/t/12/answer', headers });
  send('no upload', { path: '/search', headers });
  send('nor this', { method: 'POST', path: '/sign-in', headers });
  expect(started).toEqual(['a', 'b', 'from elsewhere', 'a member', '/live/thread/1', '/files/key/name', 'a socket', 'an upload']);
});
