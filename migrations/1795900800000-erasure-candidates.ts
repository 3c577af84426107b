import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account that goes finds its mail address in others' texts by an index; what mentions of it said once is kept until its job is done. */
export class ErasureCandidates1795900800000 implements MigrationInterface {
  name = 'ErasureCandidates1795900800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- every part bounded: a text of one word 200,000 letters long is read once
create function addresses_in(source text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct lower(found[1]) from regexp_matches(source, '([[:alnum:]._%+-]{1,64}@(?:[[:alnum:]-]{1,63}[.]){1,8}[[:alnum:]-]{1,63})', 'g') found)
$$;
create index post_addresses on post using gin (addresses_in(source)) where position('@' in source) > 0;
create index revision_addresses on revision using gin (addresses_in(source)) where position('@' in source) > 0;
alter table erasure add names text[] not null default '{}'; -- what the account was called before, as mentions of it say
-- where a step goes on is another key than before
update erasure set step = 'posts', after = 0 where step in ('posts', 'revisions', 'threads', 'asked', 'kept');
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table erasure drop names; drop index post_addresses; drop index revision_addresses; drop function addresses_in');
  }
}
