import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { SpamFilter } from './filter/spam.filter.js';
import { Proofs } from './proof/proofs.js';
import { HoldSignal, type WritingInput } from './screening.type.js';
import { BITS_APART, fingerprintOf } from './signals/fingerprint.js';
import { textSignals, type Weighed } from './signals/text.signals.js';

export interface Submission {
  kind: 'thread' | 'reply' | 'edit';
  /** All of it that becomes public. */
  texts: readonly (string | null | undefined)[];
  writing?: WritingInput | null | undefined;
  /** Of an edit: which one, so that it is not like itself. */
  postKey?: string | null;
}

/** Why a text waits for a look, what weighs most first. */
export type Hold = readonly HoldSignal[];

const HOLDS_AT = 1;
const SURE = 1; // holds alone
const SCREENED_RANK = 1; // whoever has been around longer is known: their texts are reported, not screened
const TYPED_LEAST = 3; // seconds (Discourse)
const YOUNG = { seconds: 3_600, weight: 0.2 };
const SAME = { others: 1, own: 0.5 }; // the own one: a form sent again, or the same to several threads

interface Known {
  age: number;
  proven: boolean;
  first: boolean;
  watched: boolean;
  others: number;
  own: number;
}

/** Whether what somebody writes is looked at: nobody knows them yet. */
export function isScreened(actor: Actor): boolean {
  return actor.isMember && actor.role === 'customer' && actor.rank <= SCREENED_RANK;
}

/** Looks at what newcomers are about to publish, and says whether a person should look at it first. Asked before the transaction that publishes: a filter elsewhere may take its time. */
@Injectable()
export class Screening {
  constructor(
    private readonly db: Database,
    private readonly proofs: Proofs,
    private readonly filter: SpamFilter,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Null where it is published at once. */
  async look(actor: Actor, { kind, texts, writing, postKey = null }: Submission): Promise<Hold | null> {
    if (!this.isScreened(actor)) return null;
    const text = texts.filter(Boolean).join('\n');
    const known = await this.known(actor, text, postKey);
    const weighed = [...textSignals(text, [new URL(this.runtime.settings.publicUrl).hostname]), ...ofAuthor(known), ...(await this.ofWriting(known, kind, writing))];
    if (sumOf(weighed) < HOLDS_AT && this.filter.isSet) {
      const said = await this.filter.says({ kind, text, author: actor.name, language: actor.language });
      if (said !== 'fine') weighed.push({ signal: said === 'spam' ? HoldSignal.filter : HoldSignal.filterAway, weight: SURE });
    }
    return sumOf(weighed) < HOLDS_AT ? null : weighed.sort((a, b) => b.weight - a.weight).map(({ signal }) => signal);
  }

  /** Inside the transaction that publishes: what the next ones are compared with for a day. */
  async remember(actor: Actor, postKey: string, { texts, writing }: Pick<Submission, 'texts' | 'writing'>): Promise<void> {
    if (this.isScreened(actor) && writing?.proof) await this.proofs.spend(writing.proof);
    const fingerprint = this.isScreened(actor) ? fingerprintOf(texts.filter(Boolean).join('\n')) : null;
    if (!fingerprint) return;
    await this.db.query('insert into screened (post_id, member_id, fingerprint, bands) values ($1, $2, $3, $4) on conflict (post_id) do update set fingerprint = excluded.fingerprint, bands = excluded.bands', [postKey, actor.memberId, fingerprint.whole, fingerprint.bands]);
  }

  private isScreened(actor: Actor): boolean {
    return this.runtime.settings.screening && isScreened(actor);
  }

  private async known(actor: Actor, text: string, postKey: string | null): Promise<Known> {
    const fingerprint = fingerprintOf(text);
    const row = await this.db.one<Known>(
      `select extract(epoch from now() - m.created_at)::float8 as age, m.proven_at is not null as proven, not exists (select from post p where p.author_id = m.id and p.state = 'visible') as first,
         exists (select from watched w where w.member_id = m.id and w.until > now()) as watched, coalesce(s.others, 0) as others, coalesce(s.own, 0) as own
       from member m left join lateral (
         select count(*) filter (where s.member_id <> m.id)::int as others, count(*) filter (where s.member_id = m.id)::int as own from screened s
         where s.bands && $2::integer[] and s.post_id is distinct from $4::bigint and s.at > now() - interval '1 day' and bit_count((s.fingerprint # $3::bigint)::bit(64)) <= ${BITS_APART}) s on $3::bigint is not null
       where m.id = $1`,
      [actor.memberId, fingerprint?.bands ?? [], fingerprint?.whole ?? null, postKey],
    );
    return row!;
  }

  /** How it was written says something of first posts only; a program says nothing of it, and nothing is held against it. */
  private async ofWriting({ first, proven }: Known, kind: Submission['kind'], writing: WritingInput | null | undefined): Promise<Weighed[]> {
    if (!writing) return [];
    const weighed: Weighed[] = [];
    if (writing.decoy) weighed.push({ signal: HoldSignal.decoy, weight: SURE });
    if (!first || kind === 'edit') return weighed;
    if (writing.seconds != null && writing.seconds < TYPED_LEAST) weighed.push({ signal: HoldSignal.typing, weight: SURE });
    if (!proven && !(writing.proof && (await this.proofs.holds(writing.proof)))) weighed.push({ signal: HoldSignal.proof, weight: SURE });
    return weighed;
  }
}

function ofAuthor({ age, watched, others, own }: Known): Weighed[] {
  const weighed = [
    { signal: HoldSignal.young, weight: age < YOUNG.seconds ? YOUNG.weight : 0 },
    { signal: HoldSignal.watched, weight: watched ? SURE : 0 },
    { signal: HoldSignal.same, weight: others > 0 ? SAME.others : SAME.own * own },
  ];
  return weighed.filter(({ weight }) => weight > 0);
}

function sumOf(weighed: readonly Weighed[]): number {
  return weighed.reduce((sum, { weight }) => sum + weight, 0);
}
