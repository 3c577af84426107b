import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database } from '#platform/database';
import { type FieldFault, invalid, tooFast } from '#platform/graphql';
import { SiteName } from '#platform/runtime';
import { nameKey } from '../member/name.js';
import { imitates, isReserved } from './reserved.names.js';
import { mixesScripts, nameSkeleton, readAs } from './skeleton.js';

const CHANGE_DAYS = 30; // others know somebody by their name: it changes as seldom as on Discourse
const AT_ONCE = 1_000;

/** Which names may be taken. That no two look alike is the database's to decide; what speaks for the company is decided here. */
@Injectable()
export class Names implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly siteName: SiteName,
  ) {}

  /** Names written before skeletons were kept, by an import or by hand, get theirs; one that looks like another's keeps none, and stays known by its key. */
  async onApplicationBootstrap(): Promise<void> {
    for (let after = '0'; ; ) {
      const rows = await this.db.query<{ id: string; name: string }>(`select id, name from member where name_skeleton is null and id > $1 order by id limit ${AT_ONCE}`, [after]);
      if (rows.length === 0) return;
      for (const { id, name } of rows) {
        await this.db.query('update member set name_skeleton = $2 where id = $1 and (imported_from is not null or not exists (select from member other where other.name_skeleton = $2 and other.imported_from is null))', [id, nameSkeleton(name)]);
      }
      after = rows.at(-1)!.id;
    }
  }

  /** The check of a name that a stranger or a member chooses; whoever is on the team, or about to be, may speak for the company. */
  async check(name: string, by: Pick<Actor, 'id' | 'isStaff'> | null): Promise<void> {
    const fault = await this.faultOf(name, by);
    if (fault) throw invalid(fault);
  }

  /** The same, told; null: they may take it. */
  async faultOf(name: string, by: Pick<Actor, 'id' | 'isStaff'> | null): Promise<FieldFault | null> {
    if (mixesScripts(name)) return { field: 'name', code: 'mixed-scripts' };
    if (by?.isStaff) return null;
    const staff = await this.db.query<{ name: string }>(`select name from member where role in ('staff', 'admin') and id is distinct from $1`, [by?.id ?? null]);
    if (isReserved(name, this.siteName.now, staff.map((row) => row.name))) return { field: 'name', code: 'reserved' };
    // also of accounts that are being deleted: what is still taken out of texts under a name is nobody else's yet
    const twin = await this.db.query(
      '(select from member where name_skeleton = $1 and id is distinct from $2 limit 1) union all (select from erasure where name_skeleton = $1 or name_key = $3 limit 1)',
      [nameSkeleton(name), by?.id ?? null, nameKey(name)],
    );
    return twin.length > 0 ? { field: 'name', code: 'taken' } : null; // imported ones, too, which the unique index leaves out
  }

  /** A member's new name, once in 30 days. */
  async change(actor: Actor, typed: string): Promise<void> {
    const name = cleanLine(typed)!;
    await this.db.transaction(async () => {
      const member = (await this.db.one<{ name: string; next: Date | null }>(
        `select name, case when name_changed_at > now() - make_interval(days => $2) then name_changed_at + make_interval(days => $2) end as next from member where id = $1 for no key update`,
        [actor.memberId, CHANGE_DAYS],
      ))!;
      if (member.name === name) return;
      if (member.next) throw tooFast(member.next);
      await this.check(name, actor);
      try {
        await this.db.query('update member set name = $2, name_key = $3, name_skeleton = $4, name_changed_at = now() where id = $1', [actor.memberId, name, nameKey(name), nameSkeleton(name)]);
      } catch (error) {
        throw isTaken(error) ? invalid({ field: 'name', code: 'taken' }) : error;
      }
    });
  }

  /** Members whose name could be taken for this one: for an admin who makes somebody staff. */
  async like(memberKey: string): Promise<string[]> {
    const model = await this.db.one<{ name: string }>('select name from member where id = $1', [memberKey]);
    if (!model) return [];
    const skeleton = nameSkeleton(model.name);
    const first = skeleton.split(' ')[0]!.replace(/[\\%_]/g, '\\$&');
    const near = await this.db.query<{ id: string; name: string }>(
      `select id, name from member where id <> $1 and role not in ('staff', 'admin') and (name_skeleton = $2 or name_skeleton like $3 || '%') order by id limit 500`,
      [memberKey, skeleton, first],
    );
    return near.filter(({ name }) => imitates(readAs(name), readAs(model.name))).map(({ id }) => id);
  }
}

export const NAME_CONSTRAINTS = ['member_name_key_key', 'member_skeleton_once'];

function isTaken(error: unknown): boolean {
  return error instanceof QueryFailedError && NAME_CONSTRAINTS.includes((error.driverError as { constraint?: string }).constraint ?? '');
}
