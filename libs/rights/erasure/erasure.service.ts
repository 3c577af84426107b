import { Inject, Injectable } from '@nestjs/common';
import { AccountMails, PasswordService } from '#accounts';
import type { Actor, Language } from '#platform/access';
import { Database } from '#platform/database';
import { notAllowed } from '#platform/graphql';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { addErasure, hasJob } from '../rights.jobs.js';
import { FORMER } from './erased.name.js';
import { FIRST_STEP } from './erasure.runner.js';
import type { DeleteMyAccountInput } from './erasure.type.js';

export const ERASURE_TRIES = 25; // days; then the sweep begins again: what the law demands is not given up on

/** Deletes the account of the one who asks: at once for everybody who looks, to the last trace by a job. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly db: Database,
    private readonly passwords: PasswordService,
    private readonly mails: AccountMails,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** From the commit on nobody signs in with it, and the name is gone from every page. There is no way back: who may undo it would have to be known. */
  async delete(actor: Actor, { password, removeTexts }: DeleteMyAccountInput): Promise<void> {
    if (actor.scopes) throw notAllowed('session-needed');
    const compared = await this.passwords.confirm(actor, password);
    await this.db.transaction(async () => {
      await this.keepAnAdmin(actor);
      await this.passwords.hold(actor, compared);
      const owner = (await this.db.one<{ name: string; email: string | null; language: Language }>('select name, email, language from member where id = $1', [actor.memberId]))!;
      await this.db.query(
        `insert into erasure (member_id, name, email, removes_texts, step, name_key, name_skeleton) select $1, $2, $3, $4, $5, name_key, name_skeleton from member where id = $1`,
        [actor.memberId, owner.name, owner.email, removeTexts, FIRST_STEP],
      );
      await this.db.query(
        `update member set name = $2, name_key = 'erased ' || id, name_skeleton = null, name_changed_at = null, email = null, email_verified_at = null, password_hash = null,
           role = 'customer', rank = 0, imported_from = null, imported_id = null where id = $1`,
        [actor.memberId, FORMER[this.runtime.settings.language]],
      );
      for (const opens of ['session', 'access_token', 'mail_link']) await this.db.query(`delete from ${opens} where member_id = $1`, [actor.memberId]);
      await this.db.query('delete from invitation where lower(email) = lower($1)', [owner.email]);
      if (owner.email) await this.mails.send('accountDeleted', { ...owner, email: owner.email }, { memberKey: actor.memberId });
      await this.db.query(`select ${addErasure('$1', ERASURE_TRIES)}`, [actor.memberId]);
    });
  }

  /** An account on its way out whose job has failed for the last time, or is lost, gets another. */
  async sweep(): Promise<void> {
    await this.db.query(`select ${addErasure('e.member_id', ERASURE_TRIES)} from erasure e where not ${hasJob(`'erase:' || e.member_id`)}`);
  }

  /** Every admin is locked, in one order, as where roles are given: of the last two who go at once, the second finds that they are the last. */
  private async keepAnAdmin(actor: Actor): Promise<void> {
    if (!actor.isAdmin) return;
    const admins = await this.db.query<{ id: string }>(`select id from member where role = 'admin' order by id for no key update`);
    if (admins.every(({ id }) => actor.is(id))) throw notAllowed('last-admin');
  }
}
