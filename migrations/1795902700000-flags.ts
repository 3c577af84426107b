import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that members report, and the queue in which they are looked at. */
export class Flags1795902700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table review_item ( -- a post that waits for a decision, or was decided about
        id bigint generated always as identity primary key,
        post_id bigint not null references post on delete cascade,
        weight real not null default 0, -- of the flags that call for hiding
        flaggers integer not null default 0,
        hidden boolean not null default false, -- by the flags, before anybody had looked
        opened_at timestamptz not null default now(),
        place bigint not null default 0, -- in the queue: the lower, the sooner
        claimed_by bigint references member on delete set null,
        claimed_at timestamptz,
        decision text check (decision in ('fine', 'hidden', 'deleted')),
        decided_by bigint references member on delete set null,
        decided_at timestamptz,
        check ((decision is null) = (decided_at is null))
      );
      create unique index review_item_open on review_item (post_id) where decided_at is null;
      create index review_item_queue on review_item (place, id) where decided_at is null;
      create index review_item_post on review_item (post_id, id desc);
      create index review_item_claimed on review_item (claimed_by) where claimed_by is not null;
      create index review_item_decided on review_item (decided_by) where decided_by is not null;

      create table flag (
        id uuid primary key default gen_random_uuid(),
        item_id bigint not null references review_item on delete cascade,
        member_id bigint references member on delete set null, -- null: somebody who has gone
        reason text not null check (reason in ('spam', 'offensive', 'troll', 'private_data', 'off_topic', 'illegal', 'wrong')),
        note text not null default '' check (char_length(note) <= 500),
        weight real not null,
        agreed boolean, -- what those who looked made of it; null until then
        created_at timestamptz not null default now(),
        unique (item_id, member_id) -- one a person, whatever races
      );
      create index flag_member on flag (member_id) where member_id is not null;

      alter table moderation_entry alter actor_id drop not null; -- nobody's act: what several flags do
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table flag, review_item');
  }
}
