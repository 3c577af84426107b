import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parse } from 'graphql';
import { SessionService } from '#accounts';
import type { Actor } from '#platform/access';
import { cleanText } from '#platform/content';
import { Database, isKey } from '#platform/database';
import { fieldMessage, type Operation, Operations } from '#platform/graphql';

const SAVED_MOST = 5; // a question, and what follows from it; nobody fills the table without an address
const INPUT_LONGEST = 150_000; // bytes: the longest post that is taken, each sign of it escaped

interface Published {
  done: { problem: { message: string; retryAt?: Date } | null; thread: { path: string } | null };
}
type Publishing = Operation<Published, { input: object }>;

// the very operations that the forms run: the same checks, limits and events
const FORMS = {
  ask: parse('mutation($input: AskQuestionInput!) { done: askQuestion(input: $input) { problem { message ... on TooFast { retryAt } } thread { path } } }') as Publishing,
  discussion: parse('mutation($input: StartDiscussionInput!) { done: startDiscussion(input: $input) { problem { message ... on TooFast { retryAt } } thread { path } } }') as Publishing,
  answer: parse('mutation($input: AnswerInput!) { done: answer(input: $input) { problem { message ... on TooFast { retryAt } } thread { path } } }') as Publishing,
  comment: parse('mutation($input: CommentInput!) { done: comment(input: $input) { problem { message ... on TooFast { retryAt } } thread { path } } }') as Publishing,
};
export type SavedForm = keyof typeof FORMS;

export interface SavedSubmission {
  id: string;
  form: SavedForm;
  input: { title?: string; body?: string; fields?: { key: string; value: string }[] };
  problem: string | null;
}

/** Texts that were sent before their writer's address was verified: kept, and published as soon as it is. */
@Injectable()
export class SavedSubmissions {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionService,
    private readonly operations: Operations,
  ) {}

  /** False where it cannot be kept: too many wait, or it is longer than any post. The same form sent twice is kept once. */
  async save(memberId: string, form: SavedForm, { clientMutationId, ...input }: { clientMutationId?: string | null }): Promise<boolean> {
    const text = JSON.stringify(input);
    if (Buffer.byteLength(text) > INPUT_LONGEST || Object.values(input).some((value) => typeof value === 'string' && cleanText(value) === null)) return false;
    const key = clientMutationId && /^[\w.:-]{1,100}$/.test(clientMutationId) ? clientMutationId : randomUUID();
    return this.db.transaction(async () => {
      await this.db.query('select from member where id = $1 for no key update', [memberId]); // one after the other, or six would count four
      const [counted] = await this.db.query<{ others: number; had: boolean }>(
        `select count(*)::int as others, coalesce(bool_or(client_mutation_id = $2), false) as had from saved_submission where member_id = $1`,
        [memberId, key],
      );
      if (counted!.had) return true;
      if (counted!.others >= SAVED_MOST) return false;
      await this.db.query('insert into saved_submission (member_id, form, input, client_mutation_id) values ($1, $2, $3, $4)', [memberId, form, text, key]);
      return true;
    });
  }

  list(actor: Actor): Promise<SavedSubmission[]> {
    return this.db.query<SavedSubmission>('select id, form, input, problem from saved_submission where member_id = $1 order by id', [actor.memberId]);
  }

  async discard(actor: Actor, id: string): Promise<void> {
    if (isKey(id)) await this.db.query('delete from saved_submission where id = $1 and member_id = $2', [id, actor.memberId]);
  }

  /** What its writer makes of it once they were told what is wrong with it. */
  async change(actor: Actor, id: string, change: SavedSubmission['input'] & { privateDataConfirmation?: string | null }): Promise<void> {
    const text = JSON.stringify(change);
    if (isKey(id) && Buffer.byteLength(text) <= INPUT_LONGEST) await this.db.query('update saved_submission set input = input || $3::jsonb, problem = null where id = $1 and member_id = $2', [id, actor.memberId, text]);
  }

  /**
   * Publishes what waits, each as its form would have; the paths of what is now public. What is refused stays, with the reason;
   * what is only too much at once is published by a job as soon as the limits let it.
   * Run by the page that verified the address and by the worker that hears of it: under its clientMutationId each has one effect.
   */
  async publish(memberId: string): Promise<string[]> {
    const actor = await this.sessions.actorOfMember(memberId);
    if (!actor || actor.mustVerify) return [];
    const waiting = await this.db.query<{ id: string; form: SavedForm; input: object; key: string }>('select id, form, input, client_mutation_id as key from saved_submission where member_id = $1 order by id', [memberId]);
    const paths: string[] = [];
    for (const { id, form, input, key } of waiting) {
      const { data, errors } = await this.operations.run(actor, FORMS[form], { input: { ...input, clientMutationId: key } });
      const [error] = errors;
      if (error && error.extensions['code'] !== 'NOT_FOUND' && error.extensions['code'] !== 'BAD_USER_INPUT') throw error.originalError ?? error;
      const retryAt = data?.done.problem?.retryAt;
      if (retryAt) {
        await this.publishLater(memberId, retryAt);
        break; // in the order they were written
      }
      const problem = error ? fieldMessage(actor.language, { field: 'thread', code: 'unknown' }) : (data?.done.problem?.message ?? null);
      if (problem !== null) {
        await this.db.query('update saved_submission set problem = $2 where id = $1', [id, problem]);
        continue;
      }
      await this.db.query('delete from saved_submission where id = $1', [id]);
      if (data?.done.thread) paths.push(data.done.thread.path);
    }
    return paths;
  }

  private async publishLater(memberId: string, at: Date): Promise<void> {
    await this.db.query(
      `select graphile_worker.add_job('publish-saved', json_build_object('memberId', $1::text), run_at => $2, job_key => 'publish-saved:' || $1::text)`,
      [memberId, at],
    );
  }
}
