import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { notAllowed, tooFast } from '#platform/graphql';
import type { Act, LimitTable } from './limit.table.js';
import { refuseNewcomersBody } from './newcomer.post.js';

const RANKS = [0, 1, 2, 3, 4] as const;
export const LIMIT_TABLE = Symbol('limit table');

export interface Taken {
  newcomer: boolean;
  forbidden: boolean;
  retryAt: Date | null;
}

/**
 * The check step of whatever a member may do only so often. Exact whatever the number of processes: one statement locks the
 * member's own turn, counts what they did, and writes this act down in the transaction that does it.
 */
@Injectable()
export class Limits {
  private readonly rules: ReadonlyMap<Act, readonly string[]>; // by rank

  constructor(
    private readonly db: Database,
    @Inject(LIMIT_TABLE) private readonly table: LimitTable,
  ) {
    this.rules = new Map((Object.keys(table.acts) as Act[]).map((act) => [act, RANKS.map((rank) => JSON.stringify(rulesOf(table, act, rank)))]));
  }

  /** Counts one act, or refuses it with the time at which it will be taken. `subject`: the key of whom or what it is done to, where a rule asks. */
  async take(actor: Actor, act: Act, subject: string | null = null): Promise<{ newcomer: boolean }> {
    if (actor.isStaff) return { newcomer: false };
    const [taken] = await this.db.prepared<Taken>(
      'select newcomer, forbidden, retry_at as "retryAt" from take_act($1, $2, $3, $4, $5)',
      this.counting(actor, act, subject),
    );
    return this.judge(taken!);
  }

  /** The same within a statement that does the act: what `take_act` is called with there. Null: nobody counts this actor's. */
  counting(actor: Actor, act: Act, subject: string | null = null): [string | null, Act, string | null, string, number] {
    return [actor.isStaff ? null : actor.memberId, act, subject, this.rules.get(act)![actor.rank]!, this.table.firstDay];
  }

  /** What `take_act` has found: nothing to say against it, or a refusal. */
  judge({ newcomer, forbidden, retryAt }: Taken): { newcomer: boolean } {
    if (forbidden) throw notAllowed('not-on-first-day');
    if (retryAt) throw tooFast(retryAt);
    return { newcomer };
  }

  /** Counts a post or an edit, and looks at what a newcomer's holds. */
  async post(actor: Actor, act: 'thread' | 'reply' | 'ownReply' | 'edit', body: string): Promise<void> {
    const { newcomer } = await this.take(actor, act);
    if (newcomer) refuseNewcomersBody(body, this.table.newcomerPost);
  }
}

/** As take_act reads them. */
function rulesOf(table: LimitTable, act: Act, rank: number) {
  return table.acts[act].map(({ most, seconds, who = 'everyone', with: acts = [act], sameSubject = false, byRank }) => ({ most: most * (byRank?.[rank] ?? 1), seconds, who, acts, same_subject: sameSubject }));
}
