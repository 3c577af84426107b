import { Injectable } from '@nestjs/common';
import { ModerationLog } from '#forum';
import type { Actor, Language, Role } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { conflict, invalid, notAllowed, notFound, permit } from '#platform/graphql';
import type { FlagReason } from '../flags/flag.type.js';
import { canLift, canSanction } from './sanction.policy.js';
import { SanctionStep } from './sanction.sets.js';
import type { LiftSanctionInput, SanctionMemberInput } from './sanction.type.js';
import { SANCTION_WORDS } from './sanction.words.js';

const ACTS = { [SanctionStep.notice]: 'give-notice', [SanctionStep.silence]: 'silence-member', [SanctionStep.suspension]: 'suspend-member' } as const;

interface Locked {
  id: string;
  role: Role;
  language: Language;
  suspended: boolean;
}

/** Notices, silence and suspensions: each with a reason and an end that comes by itself, told to whom it concerns, and kept in the log. */
@Injectable()
export class SanctionService {
  constructor(
    private readonly db: Database,
    private readonly log: ModerationLog,
    private readonly events: Events,
  ) {}

  /** The key of the member. Whoever is suspended already is suspended for longer only when a second member of staff confirms it. */
  impose(actor: Actor, { memberId, step, hours, reason, note, postIds }: SanctionMemberInput): Promise<string> {
    return this.db.transaction(async () => {
      const member = await this.lock(decodeId('member', memberId));
      if ((step === SanctionStep.notice) !== (hours == null)) throw invalid({ field: 'hours', code: hours == null ? 'required' : 'malformed' });
      permit(canSanction(actor, member, step, hours ?? null));
      const isRenewal = step === SanctionStep.suspension && member.suspended;
      if (isRenewal && (await this.db.one('select from sanction where member_id = $1 and starts_at is null and refused_at is null', [member.id]))) throw notAllowed('renewal-waits');
      const said = cleanLine(note ?? '')!.trim();
      const row = await this.db.one<{ id: string }>(
        `insert into sanction (member_id, step, hours, reason, note, imposed_by, starts_at, ends_at)
         values ($1, $2, $3::int, $4, $5, $6, case when not $7::boolean then now() end, case when not $7::boolean then now() + make_interval(hours => $3::int) end) returning id`,
        [member.id, step, hours ?? null, reason, said, actor.memberId, isRenewal],
      );
      await this.db.query(
        'insert into sanction_post (sanction_id, post_id) select $1, id from post where id = any($2::bigint[]) and author_id = $3',
        [row!.id, (postIds ?? []).flatMap((id) => decodeId('post', id) ?? []), member.id],
      );
      const details = { sanction: row!.id, rule: reason, hours: hours ?? null };
      if (isRenewal) {
        await this.db.query('insert into review_item (renewal_id, place) values ($1, extract(epoch from now())::bigint)', [row!.id]);
        await this.log.write(actor, { act: 'ask-renewal', memberId: member.id, details });
        return member.id;
      }
      await this.refresh(member.id);
      await this.log.write(actor, { act: ACTS[step], memberId: member.id, reason: why(member, reason, said), details });
      await this.events.record('Sanctioned', actor.memberId, { memberId: member.id, sanctionId: row!.id, step });
      return member.id;
    });
  }

  /** Ends it now; a renewal that waits is withdrawn. Twice is fine. */
  lift(actor: Actor, { sanctionId, reason }: LiftSanctionInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('sanction', sanctionId);
      const sanction = key && (await this.db.one<{ member: string; by: string | null; started: boolean; lifted: boolean }>('select member_id as member, imposed_by as by, starts_at is not null as started, lifted_at is not null or refused_at is not null as lifted from sanction where id = $1', [key]));
      if (!sanction) throw notFound();
      const member = await this.lock(sanction.member);
      permit(canLift(actor, sanction.by));
      if (sanction.lifted) return member.id;
      if (!sanction.started) throw conflict('changed-meanwhile'); // it waits in the queue, where it is refused
      await this.end(actor, key, member.id, cleanLine(reason)!.trim());
      return member.id;
    });
  }

  /** The caller holds the lock of what it decides about, and has permitted it. */
  async end(actor: Actor, key: string, memberId: string, reason: string | null): Promise<void> {
    const lifted = await this.db.query('update sanction set lifted_at = now() where id = $1 and lifted_at is null returning id', [key]);
    if (lifted.length === 0) return;
    await this.refresh(memberId);
    if (reason === null) return; // upon an appeal, of which they are told
    await this.log.write(actor, { act: 'lift-sanction', memberId, reason, details: { sanction: key } });
    await this.events.record('SanctionLifted', actor.memberId, { memberId, sanctionId: key });
  }

  /** A second member of staff agrees to a longer suspension, or does not. It begins where the one that runs ends. */
  async second(actor: Actor, key: string, agrees: boolean): Promise<void> {
    const { member: memberKey } = (await this.db.one<{ member: string }>('select member_id as member from sanction where id = $1', [key]))!;
    const member = await this.lock(memberKey);
    const renewal = await this.db.one<{ hours: number; reason: FlagReason; note: string }>(
      `update sanction set seconded_by = $2, refused_at = case when not $3 then now() end, starts_at = case when $3 then greatest(now(), m.suspended_until) end,
         ends_at = case when $3 then greatest(now(), m.suspended_until) + make_interval(hours => hours) end
       from member m where m.id = sanction.member_id and sanction.id = $1 returning hours, reason, note`, [key, actor.memberId, agrees]);
    const { hours, reason, note } = renewal!;
    const details = { sanction: key, rule: reason, hours };
    if (!agrees) return this.log.write(actor, { act: 'refuse-renewal', memberId: member.id, details });
    await this.refresh(member.id);
    await this.log.write(actor, { act: 'renew-suspension', memberId: member.id, reason: why(member, reason, note), details });
    await this.events.record('Sanctioned', actor.memberId, { memberId: member.id, sanctionId: key, step: SanctionStep.suspension });
  }

  private async lock(key: string | null): Promise<Locked> {
    const member = key && (await this.db.one<Locked>(`select id, role, language, coalesce(suspended_until > now(), false) as suspended from member where id = $1 for no key update`, [key]));
    if (!member) throw notFound();
    return member;
  }

  /** What each request asks, as the sanctions say it. */
  private async refresh(memberId: string): Promise<void> {
    const until = (step: SanctionStep) => `(select max(ends_at) from sanction where member_id = $1 and step = '${step}' and starts_at is not null and lifted_at is null)`;
    await this.db.query(`update member set silenced_until = ${until(SanctionStep.silence)}, suspended_until = ${until(SanctionStep.suspension)} where id = $1`, [memberId]);
  }
}

/** In the member's language. */
function why({ language }: Locked, reason: FlagReason, note: string): string {
  return [SANCTION_WORDS[language][reason], note].filter(Boolean).join(' ');
}

