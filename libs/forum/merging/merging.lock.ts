import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { PostState, ThreadKind } from '../forum.entities.js';

export interface Original {
  id: string;
  kind: ThreadKind;
  state: PostState;
}

const POINTERS = 1_263_422_788; // a number of our own: 'KNMD'

/** The load step of what points from one thread to another. */
@Injectable()
export class MergingLock {
  constructor(private readonly db: Database) {}

  /**
   * Locks the threads, and all that point at them, in order of their keys; signposts first, as those do who come by one. Those who set pointers take turns, the whole community over:
   * it is done rarely and by few, and nobody has to reckon with chains that grow meanwhile.
   */
  async together(keys: readonly (string | null)[]): Promise<void> {
    const known = keys.filter((key) => key !== null);
    await this.db.query('select pg_advisory_xact_lock($1)', [POINTERS]);
    await this.db.query(
      `with named as (select id from thread where id = any($1) union select merged_into from thread where id = any($1) and merged_into is not null)
       select t.id from thread t where t.id in (select id from named) or t.duplicate_of in (select id from named) or t.merged_into in (select id from named)
       order by t.state <> 'merged', t.id for no key update of t`,
      [known],
    );
  }

  /** Where the pointers from a thread end, its own place where there are none; undefined where it is not there or they lead round in a circle (imported ones may). */
  original(key: string | null): Promise<Original | undefined> {
    return this.end(key, `t.merged_into is not null or (t.close_reason = 'duplicate' and t.duplicate_of is not null)`);
  }

  /** The thread, or what it became part of. */
  present(key: string | null): Promise<Original | undefined> {
    return this.end(key, 't.merged_into is not null');
  }

  private async end(key: string | null, points: string): Promise<Original | undefined> {
    if (key === null) return undefined;
    return this.db.one<Original>(
      `with recursive way (id) as (select $1::bigint union select coalesce(t.merged_into, t.duplicate_of) from way join thread t on t.id = way.id where ${points})
       select t.id, t.kind, t.state from way join thread t on t.id = way.id where not coalesce(${points}, false)`,
      [key],
    );
  }
}
