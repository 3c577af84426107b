import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What newcomers write may wait for a look before others see it. */
export class Screening1795903400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table screening_secret ( -- what tasks are signed with
        sole boolean primary key default true check (sole),
        secret bytea not null
      );
      insert into screening_secret (secret) values (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

      create table proof_spent ( -- a task is good once
        signature text primary key check (char_length(signature) <= 128),
        at timestamptz not null default now()
      );

      create table screened ( -- what was posted in the last day, so that the same elsewhere is found
        post_id bigint primary key references post on delete cascade,
        member_id bigint not null references member on delete cascade,
        fingerprint bigint not null,
        bands integer[] not null,
        at timestamptz not null default now()
      );
      create index screened_bands on screened using gin (bands);
      create index screened_member on screened (member_id);
      create index screened_at on screened (at);

      create table watched ( -- their posts wait, because earlier ones were reported
        member_id bigint primary key references member on delete cascade,
        until timestamptz not null
      );

      alter table member add proven_at timestamptz; -- their browser solved a task when they signed up
      alter table post add untold boolean not null default false; -- held before anybody was told of it
      alter table review_item add cause text not null default 'reports' check (cause in ('reports', 'held', 'edited')), add signals text[] not null default '{}' check (cardinality(signals) <= 20);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table review_item drop cause, drop signals;
      alter table post drop untold;
      alter table member drop proven_at;
      drop table watched, screened, proof_spent, screening_secret;
    `);
  }
}
