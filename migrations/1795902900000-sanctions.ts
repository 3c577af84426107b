import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members may not do for a time, and their word against what was decided about them. */
export class Sanctions1795902900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table member add silenced_until timestamptz, add suspended_until timestamptz; -- follow from sanction: what each request asks

      create table sanction (
        id bigint generated always as identity primary key,
        member_id bigint not null references member on delete cascade,
        step text not null check (step in ('notice', 'silence', 'suspension')),
        hours integer check (hours between 1 and 720),
        reason text not null check (reason in ('spam', 'offensive', 'troll', 'private_data', 'off_topic', 'illegal', 'wrong')),
        note text not null default '' check (char_length(note) <= 500),
        imposed_by bigint references member on delete set null,
        created_at timestamptz not null default now(),
        starts_at timestamptz, -- null: a renewal that a second member of staff has not confirmed
        ends_at timestamptz,
        seconded_by bigint references member on delete set null, -- of a renewal
        refused_at timestamptz, -- a renewal that the second refused
        lifted_at timestamptz,
        check ((step = 'notice') = (hours is null)),
        check (step <> 'notice' or ends_at is null),
        check (refused_at is null or starts_at is null)
      );
      create index sanction_member on sanction (member_id, id desc);
      create index sanction_imposed on sanction (imposed_by) where imposed_by is not null;
      create index sanction_seconded on sanction (seconded_by) where seconded_by is not null;
      create unique index sanction_proposed on sanction (member_id) where starts_at is null and refused_at is null;

      create table sanction_post ( -- what it was imposed for
        sanction_id bigint not null references sanction on delete cascade,
        post_id bigint not null references post on delete cascade,
        primary key (sanction_id, post_id)
      );
      create index sanction_post_post on sanction_post (post_id);

      create table appeal (
        id bigint generated always as identity primary key,
        entry_id bigint not null unique, -- of the log: what it is against; once each
        member_id bigint not null references member on delete cascade,
        sanction_id bigint references sanction on delete cascade,
        post_id bigint references post on delete cascade,
        decider_id bigint references member on delete set null, -- who decided first, and is not asked again
        by_staff boolean not null, -- whether only staff decide about it
        body text not null check (char_length(body) <= 2000),
        created_at timestamptz not null default now(),
        due_at timestamptz not null,
        outcome text check (outcome in ('upheld', 'lifted')),
        answer text not null default '' check (char_length(answer) <= 250),
        decided_by bigint references member on delete set null,
        decided_at timestamptz,
        check ((outcome is null) = (decided_at is null)),
        check (num_nonnulls(sanction_id, post_id) = 1)
      );
      create index appeal_member on appeal (member_id, id desc);
      create index appeal_sanction on appeal (sanction_id) where sanction_id is not null;
      create index appeal_post on appeal (post_id) where post_id is not null;
      create index appeal_decider on appeal (decider_id) where decider_id is not null;
      create index appeal_decided on appeal (decided_by) where decided_by is not null;

      alter table review_item alter post_id drop not null,
        add appeal_id bigint references appeal on delete cascade,
        add renewal_id bigint references sanction on delete cascade,
        add check (num_nonnulls(post_id, appeal_id, renewal_id) = 1),
        drop constraint review_item_decision_check,
        add constraint review_item_decision_check check (decision in ('fine', 'hidden', 'deleted', 'upheld', 'lifted'));
      create unique index review_item_appeal on review_item (appeal_id) where appeal_id is not null;
      create unique index review_item_renewal on review_item (renewal_id) where renewal_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from review_item where post_id is null;
      alter table review_item drop appeal_id, drop renewal_id, alter post_id set not null, drop constraint review_item_decision_check,
        add constraint review_item_decision_check check (decision in ('fine', 'hidden', 'deleted'));
      drop table appeal, sanction_post, sanction;
      alter table member drop silenced_until, drop suspended_until`);
  }
}
