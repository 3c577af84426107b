import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Attempts } from '#accounts';
import { ThreadLock } from '#forum';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { notAllowed } from '#platform/graphql';
import { FlagService } from '../flags/flag.service.js';
import { FlagReason } from '../flags/flag.type.js';
import type { IllegalReport, ReportIllegalInput } from './illegal-report.type.js';

const RECEIPT_BYTES = 16;
const RECEIPT = /^[\w-]{22}$/;

/** Whoever reads the community, with an account or without, may say that something breaks the law, and learns what became of it. Nothing is kept of who they are. */
@Injectable()
export class IllegalReportService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly flags: FlagService,
    private readonly attempts: Attempts,
  ) {}

  async report(actor: Actor, { postId, note }: ReportIllegalInput): Promise<IllegalReport> {
    await this.attempts.illegalReport(actor.network ?? actor.id ?? ''); // before anything is locked: it is counted on another connection
    return this.db.transaction(async () => {
      const post = await this.lock.postInThread(actor, decodeId('post', postId));
      if (post.state !== 'visible' && post.state !== 'hidden') throw notAllowed('not-visible');
      const receipt = randomBytes(RECEIPT_BYTES).toString('base64url');
      const item = await this.flags.item(post.id);
      await this.db.query('insert into flag (item_id, reason, note, weight, receipt) values ($1, $2, $3, 0, $4)', [item, FlagReason.illegal, cleanLine(note)!.trim(), receipt]);
      await this.flags.weigh(item);
      return (await this.byReceipt(receipt))!;
    });
  }

  async byReceipt(receipt: string): Promise<IllegalReport | null> {
    if (!RECEIPT.test(receipt)) return null;
    const row = await this.db.one<IllegalReport>(
      `select f.receipt, f.note, f.created_at as "createdAt", i.decided_at as "decidedAt", i.decision as outcome from flag f join review_item i on i.id = f.item_id where f.receipt = $1`, [receipt]);
    return row ?? null;
  }
}
