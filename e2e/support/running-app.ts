import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { nameKey, nameSkeleton } from '#accounts';
import type { Role } from '#platform/access';
import type { Settings } from '#platform/config';
import { Database } from '#platform/database';
import { type TestDatabase, testDatabase, testRuntime } from '#platform/testing';
import { createApp } from '../../apps/kundig/run.js';

export interface RunningApp {
  app: NestExpressApplication;
  database: TestDatabase;
  url: string;
  db: Database;
  /** Somebody who signed up over HTTP; `role` is given by the machine's hand, as `kundig create-admin` does. */
  person(name: string, role?: Role): Promise<Person>;
  guest: Person;
  close(): Promise<void>;
}

export interface Person {
  memberId: string;
  email: string;
  cookie: string;
  /** Runs a GraphQL operation over HTTP; errors fail the spec unless `asked` says they are what is asked for. */
  ask<T = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<T>;
  raw(query: string, variables?: Record<string, unknown>): Promise<{ status: number; body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] } }>;
}

export const PASSWORD = 'a long enough password';

/** The whole program on a database of its own, listening on a port of its own. */
export async function runningApp(overrides: Partial<Settings> = {}): Promise<RunningApp> {
  const database = await testDatabase();
  const app = await createApp(testRuntime(database, overrides));
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const db = app.get(Database, { strict: false });
  return {
    app,
    database,
    url,
    db,
    guest: personWith(url, { memberId: '', email: '', cookie: '' }),
    person: async (name, role) => {
      // each from a network of their own: the limit by address is for its own spec
      const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@example.org`;
      const response = await fetch(`${url}/auth/sign-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': networkOf(name) },
        body: JSON.stringify({ name: role ? `Person ${networkOf(name)}` : name, email, password: PASSWORD, rules: '1' }),
      });
      if (response.status !== 201) throw new Error(`sign-up of ${name}: ${response.status} ${await response.text()}`);
      const { memberId } = (await response.json()) as { memberId: string };
      // whoever has a role was given it, and a name that strangers may not take ("Jo Staff"), by somebody inside
      if (role) await db.query('update member set role = $2, name = $3, name_key = $4, name_skeleton = $5 where id = $1', [memberId.slice(4), role, name, nameKey(name), nameSkeleton(name)]);
      return personWith(url, { memberId, email, cookie: response.headers.get('set-cookie')!.split(';')[0]! });
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function networkOf(name: string): string {
  const sum = [...name].reduce((total, letter) => (total * 31 + letter.codePointAt(0)!) % 0xffffff, 7);
  return `10.${(sum >> 16) & 255}.${(sum >> 8) & 255}.${sum & 255}`;
}

function personWith(url: string, who: Pick<Person, 'memberId' | 'email' | 'cookie'>): Person {
  const raw: Person['raw'] = async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: who.cookie },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as never };
  };
  return {
    ...who,
    raw,
    ask: async <T>(query: string, variables?: Record<string, unknown>) => {
      const { body } = await raw(query, variables);
      if (body.errors) throw new Error(body.errors.map((error) => `${error.extensions.code}: ${error.message}`).join('\n'));
      return body.data as T;
    },
  };
}
