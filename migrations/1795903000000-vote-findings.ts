import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Votes that look agreed upon: what was found, and the votes that were set aside for it. */
export class VoteFindings1795903000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table vote_finding (
        id bigint generated always as identity primary key,
        kind text not null check (kind in ('mutual', 'star', 'serial', 'against')),
        state text not null default 'open' check (state in ('open', 'undone', 'dismissed')),
        votes integer not null,
        posts integer not null,
        share real not null,
        same_network integer not null default 0, -- of those who vote: how many came by a network that another of them came by
        joined_days integer, -- between the first of them to join and the last
        since timestamptz not null,
        found_at timestamptz not null default now(),
        decided_by bigint references member on delete set null,
        decided_at timestamptz,
        check ((state = 'open') = (decided_at is null))
      );
      create index vote_finding_state on vote_finding (state, id desc);
      create index vote_finding_decided on vote_finding (decided_by) where decided_by is not null;

      create table vote_finding_member (
        finding_id bigint not null references vote_finding on delete cascade,
        member_id bigint not null references member on delete cascade,
        gives boolean not null,
        gets boolean not null,
        primary key (finding_id, member_id)
      );
      create index vote_finding_member_member on vote_finding_member (member_id);

      create table vote_set_aside ( -- counts for nothing until it is put back
        finding_id bigint not null references vote_finding on delete cascade,
        post_id bigint not null references post on delete cascade,
        member_id bigint not null references member on delete cascade,
        value smallint not null check (value in (-1, 1)),
        created_at timestamptz not null,
        primary key (post_id, member_id, finding_id)
      );
      create index vote_set_aside_finding on vote_set_aside (finding_id);
      create index vote_set_aside_member on vote_set_aside (member_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table vote_set_aside, vote_finding_member, vote_finding');
  }
}
