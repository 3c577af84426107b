import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { again } from '#platform/graphql';
import { DataExportService } from '../export/data-export.service.js';
import { CountedRows } from './counted.rows.js';
import { NamedTexts } from './named.texts.js';
import { mailsOf } from './mails.of.js';
import { OwnFiles } from './own.files.js';
import { OwnTexts } from './own.texts.js';
import { OtherRows } from './other.rows.js';
import { ToldKnowledge } from './told.knowledge.js';
import { ToldTexts } from './told.texts.js';

/** An account on its way out, as its steps see it. */
export interface Erasure {
  memberId: string;
  name: string;
  /** What mentions said that they were called before, as far as met. */
  names: string[];
  email: string | null;
  removesTexts: boolean;
  step: string;
  /** Where the step goes on. */
  after: string;
}

/** Does the next part of a step, in one transaction; answers where to go on, null where the step is done. */
type Step = (erasure: Erasure) => Promise<string | null>;

export const FIRST_STEP = 'files';

/**
 * The steps, in order; each in batches, whose progress commits with them: a job that died goes on where its last commit was.
 * Texts come before their authors: who wrote what says where a bare name means this person. Posts come first: mentions in them tell earlier names.
 */
@Injectable()
export class ErasureRunner {
  private readonly steps: readonly (readonly [string, Step])[];

  constructor(
    private readonly db: Database,
    exports: DataExportService,
    named: NamedTexts,
    told: ToldTexts,
    knowledge: ToldKnowledge,
    files: OwnFiles,
    own: OwnTexts,
    counted: CountedRows,
    others: OtherRows,
  ) {
    this.steps = [
      [FIRST_STEP, async (erasure) => { await exports.remove(erasure.memberId); return files.next(erasure); }],
      ['posts', (erasure) => named.posts(erasure)],
      ['revisions', (erasure) => named.revisions(erasure)],
      ['threads', (erasure) => told.threads(erasure)],
      ['knowledge', (erasure) => knowledge.next(erasure)],
      ['kept', (erasure) => told.kept(erasure)],
      ['mails', (erasure) => told.mails(erasure)],
      ['texts', (erasure) => (erasure.removesTexts ? own.removed(erasure) : Promise.resolve(null))],
      ['authors', (erasure) => own.orphaned(erasure)],
      ['votes', (erasure) => counted.votes(erasure)],
      ['demand', (erasure) => counted.sameProblem(erasure)],
      ['praise', (erasure) => counted.alsoSolved(erasure)],
      ['helped', (erasure) => counted.deflections(erasure)],
      ['ratings', (erasure) => counted.ratings(erasure)],
      ['notices', (erasure) => counted.noticeWords(erasure)],
      ['rows', (erasure) => others.next(erasure)],
      ['member', (erasure) => this.member(erasure)],
    ];
  }

  /** Runs to the end; true where all is gone, false where only the mail that tells of it has not left yet. */
  async run(memberId: string): Promise<boolean> {
    for (;;) {
      const going = await again(() => this.db.transaction(() => this.next(memberId)));
      if (going !== 'on') return going === 'gone';
    }
  }

  private async next(memberId: string): Promise<'on' | 'gone' | 'mail'> {
    const erasure = await this.db.one<Erasure>(
      `select member_id as "memberId", name, names, email, removes_texts as "removesTexts", step, after from erasure where member_id = $1 for update`,
      [memberId],
    );
    if (!erasure) return 'gone';
    const at = this.steps.findIndex(([name]) => name === erasure.step);
    if (at === -1) return (await this.farewell(erasure)) ? 'gone' : 'mail';
    const goesOn = await this.steps[at]![1](erasure);
    if (goesOn === null) await this.db.query('update erasure set step = $2, after = 0 where member_id = $1', [memberId, this.steps[at + 1]?.[0] ?? 'farewell']);
    else await this.db.query('update erasure set after = $2 where member_id = $1', [memberId, goesOn]);
    return 'on';
  }

  /** The account itself. What they sent at the very moment they left is of nobody any more: it is like everything else of theirs. */
  private async member({ memberId }: Erasure): Promise<null> {
    await this.db.query('delete from member where id = $1', [memberId]);
    await this.db.query(`update erasure set name = '', names = '{}', name_key = null, name_skeleton = null where member_id = $1`, [memberId]);
    return null;
  }

  /** The last mail to the address is the last place that holds it. */
  private async farewell({ memberId }: Erasure): Promise<boolean> {
    const waiting = await this.db.query(
      `with gone as (delete from mail where ${mailsOf('$1')} and state <> 'queued') select from mail where ${mailsOf('$1')} and state = 'queued'`,
      [memberId],
    );
    if (waiting.length > 0) return false;
    await this.db.query('delete from erasure where member_id = $1', [memberId]);
    return true;
  }
}
