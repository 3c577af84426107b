import type { INestApplicationContext } from '@nestjs/common';
import { parse } from 'graphql';
import { SessionService, SignUpService } from '#accounts';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Operations } from '#platform/graphql';
import type { Language } from '#platform/language';
import { RUNTIME, type Runtime } from '#platform/runtime';

type Role = 'customer' | 'super_user' | 'staff' | 'admin';

export interface Person {
  name: string;
  email: string;
  password: string;
  /** Opens a session without the sign-in form, whose limit by address a whole suite would exceed. */
  sessionToken: string;
}

const PASSWORD = 'a few words in a row';

/** People who act through the API, for filling a community before a test looks at it. */
export class Community {
  private readonly actors = new Map<string, Actor>();

  private readonly language: Language; // people read in the site's own

  constructor(private readonly app: INestApplicationContext) {
    this.language = app.get<Runtime>(RUNTIME, { strict: false }).settings.language;
  }

  async member(name: string, role: Role = 'customer', rank = 0): Promise<Person> {
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`;
    const id = await this.app.get(SignUpService, { strict: false }).register({ name, email, password: PASSWORD, language: this.language });
    await this.app.get(Database, { strict: false }).query('update member set role = $2, rank = $3 where id = $1', [id, role, rank]);
    const sessions = this.app.get(SessionService, { strict: false });
    const sessionToken = await sessions.open(id, { userAgent: 'test', ip: '127.0.0.1' }, null);
    this.actors.set(name, (await sessions.actorOf(sessionToken))!);
    return { name, email, password: PASSWORD, sessionToken };
  }

  /** Runs a mutation as one of them; a refusal is a fault of whoever wrote the test. */
  async does<Payload>(name: string, mutation: string, input: object): Promise<Payload> {
    const [, field = ''] = /^(\w+)/.exec(mutation) ?? [];
    const inputType = `${INPUT[field] ?? field[0]!.toUpperCase() + field.slice(1)}Input`;
    const document = parse(`mutation($input: ${inputType}!) { done: ${field}(input: $input) { problem { message ... on InvalidInput { fields { field message } } } ${mutation.slice(field.length)} } }`);
    const { data, errors } = await this.app.get(Operations, { strict: false }).run<{ done: Payload & { problem: unknown } }, { input: object }>(this.actors.get(name)!, document, { input });
    if (errors.length > 0) throw errors[0]!;
    if (data!.done.problem) throw new Error(`${name}, ${field}: ${JSON.stringify(data!.done.problem)}`);
    return data!.done;
  }

  async category(by: string, name: string, more: object = {}): Promise<string> {
    const { category } = await this.does<{ category: { id: string } }>(by, 'createCategory category { id }', { name, ...more });
    return category.id;
  }

  async tag(by: string, name: string): Promise<void> {
    await this.does(by, 'createTag', { name });
  }

  async asks(by: string, categoryId: string, title: string, body: string, tags: string[] = []): Promise<{ id: string; path: string; opening: { id: string } }> {
    const { thread } = await this.does<{ thread: { id: string; path: string; opening: { id: string } } }>(by, 'askQuestion thread { id path opening { id } }', { title, body, categoryId, tags });
    return thread;
  }

  async answers(by: string, threadId: string, body: string): Promise<string> {
    const { post } = await this.does<{ post: { id: string } }>(by, 'answer post { id }', { threadId, body });
    return post.id;
  }

  /** So that times on pages read as they would: moves what was written into the past. */
  async age(hours: Record<string, number>): Promise<void> {
    const db = this.app.get(Database, { strict: false });
    for (const [threadId, back] of Object.entries(hours)) {
      const key = threadId.replace('thr_', '');
      await db.query(`update thread set created_at = created_at - make_interval(hours => $2), last_activity_at = last_activity_at - make_interval(hours => $2::int / 2) where id = $1`, [key, back]);
      await db.query(`update post set created_at = created_at - make_interval(hours => case when kind = 'opening' then $2::int else $2::int / 2 end) where thread_id = $1`, [key, back]);
    }
  }
}

const INPUT: Record<string, string> = {
  promoteToFaq: 'Promote', publishEntry: 'DecideEntry', acceptAnswer: 'AnswerId', unacceptAnswer: 'AnswerId', markOfficial: 'AnswerId', unmarkOfficial: 'AnswerId' };
