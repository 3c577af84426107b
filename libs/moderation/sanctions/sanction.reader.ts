import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import { Database } from '#platform/database';
import { LADDER, REMEMBERED_DAYS } from './sanction.steps.js';
import type { Sanction, SanctionRung } from './sanction.type.js';

const SHOWN = 50;
const COLUMNS = `s.id as key, 'san_' || s.id as id, s.step, s.hours, s.reason, s.note, s.created_at as "createdAt", s.ends_at as "endsAt", s.lifted_at as "liftedAt", ${memberJson('b')} as by,
  s.starts_at is null and s.refused_at is null as "isProposed", s.refused_at is not null as "isRefused", coalesce(s.starts_at <= now() and s.ends_at > now() and s.lifted_at is null, false) as "isRunning"`;

@Injectable()
export class SanctionReader {
  constructor(private readonly db: Database) {}

  /** Of a member, the latest first. */
  async of(memberKey: string): Promise<Sanction[]> {
    return this.read('s.member_id = $1 order by s.id desc', memberKey);
  }

  async byKey(key: string): Promise<Sanction | null> {
    return (await this.read('s.id = $1', key))[0] ?? null;
  }

  /** What comes next for a member: a rung more than the highest of the last year that was not lifted. */
  async next(memberKey: string): Promise<SanctionRung> {
    const past = await this.db.query<SanctionRung>(
      `select distinct step, hours from sanction where member_id = $1 and starts_at is not null and lifted_at is null and created_at > now() - make_interval(days => ${REMEMBERED_DAYS})`, [memberKey]);
    const highest = Math.max(-1, ...past.map(({ step, hours }) => LADDER.findLastIndex((rung) => rung.step === step && (rung.hours ?? 0) <= (hours ?? 0))), past.length > 0 ? 0 : -1);
    return LADDER[Math.min(highest + 1, LADDER.length - 1)]!;
  }

  private async read(where: string, key: string): Promise<Sanction[]> {
    const rows = await this.db.query<Sanction>(`select ${COLUMNS} from sanction s left join member b on b.id = s.imposed_by where ${where} limit ${SHOWN}`, [key]);
    return rows.map((row) => ({ ...row, by: row.by && { ...row.by, createdAt: new Date(row.by.createdAt) } }));
  }
}
