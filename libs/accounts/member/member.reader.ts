import { Injectable } from '@nestjs/common';
import { Database, encodeId } from '#platform/database';
import type { Member, MemberRole } from './member.type.js';

interface MemberRow {
  id: string;
  name: string;
  role: MemberRole;
  rank: number;
  createdAt: string;
}

/** The SQL that builds a member as JSON inside a bigger statement (`alias`: the member table's); null where there is none. */
export function memberJson(alias: string): string {
  return `case when ${alias}.id is not null then json_build_object('id', 'mem_' || ${alias}.id, 'name', ${alias}.name,
    'role', ${alias}.role, 'rank', ${alias}.rank, 'createdAt', ${alias}.created_at) end`;
}

/** The same as columns, for statements of many rows: `memberIn` makes a member of them. */
export function memberColumns(alias: string): string {
  return `${alias}.id as "memberKey", ${alias}.name as "memberName", ${alias}.role as "memberRole", ${alias}.rank as "memberRank", ${alias}.created_at as "memberSince"`;
}

export interface MemberColumns {
  memberKey: string | null;
  memberName: string;
  memberRole: MemberRole;
  memberRank: number;
  memberSince: Date;
}

export function memberIn(row: MemberColumns): Member | null {
  if (row.memberKey === null) return null;
  return { id: encodeId('member', row.memberKey), name: row.memberName, role: row.memberRole, rank: row.memberRank, createdAt: row.memberSince };
}

@Injectable()
export class MemberReader {
  constructor(private readonly db: Database) {}

  async byId(id: string): Promise<Member | null> {
    return (await this.byIds([id])).get(id) ?? null;
  }

  async byEmail(email: string): Promise<Member | null> {
    const row = await this.db.one<{ id: string }>('select id from member where lower(email) = lower($1)', [email]);
    return row ? this.byId(row.id) : null;
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Member>> {
    const rows = await this.db.query<MemberRow>('select id, name, role, rank, created_at as "createdAt" from member where id = any($1)', [ids]);
    return new Map(rows.map((row) => [row.id, { ...row, id: encodeId('member', row.id), createdAt: new Date(row.createdAt) }]));
  }
}
