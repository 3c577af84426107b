import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs the community: one row, which is there from the start, and the ways to reach the company. Every process keeps them in memory and is told by a trigger when they change. */
export class Community1795900200000 implements MigrationInterface {
  name = 'Community1795900200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table community (
  id boolean primary key default true check (id), -- one row
  name text check (char_length(name) between 1 and 60), -- null: that of the settings
  claim_de text not null default '' check (char_length(claim_de) <= 120),
  claim_en text not null default '' check (char_length(claim_en) <= 120),
  brand text check (brand ~ '^#[0-9a-f]{6}$'), -- null: our own colours
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  time_zone text not null default 'Europe/Berlin', -- in which the hours of its contact ways are meant
  version integer not null default 1, -- counts the changes: who sends a form says which they saw
  theme_digest bytea, -- of the theme file that was applied last
  steps_dismissed_at timestamptz -- an admin needs the first steps no more
);
insert into community default values;

create table community_logo (
  id boolean primary key default true references community,
  mime text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  content bytea not null check (octet_length(content) <= 300000)
);

create table contact_way (
  place smallint primary key check (place between 1 and 12),
  kind text not null check (kind in ('telephone', 'chat', 'email', 'form', 'shop', 'social', 'other')),
  label_de text not null check (char_length(label_de) <= 60),
  label_en text not null check (char_length(label_en) <= 60),
  address text not null check (address ~ '^(tel:|mailto:|https://)' and char_length(address) <= 500),
  cost_de text not null default '' check (char_length(cost_de) <= 120),
  cost_en text not null default '' check (char_length(cost_en) <= 120),
  hours jsonb not null default '[]', -- [{ day: 1..7, opens, closes }] in minutes of the day
  hours_de text not null default '' check (char_length(hours_de) <= 200), -- what the hours alone do not say: closed on public holidays
  hours_en text not null default '' check (char_length(hours_en) <= 200),
  note_de text not null default '' check (char_length(note_de) <= 300),
  note_en text not null default '' check (char_length(note_en) <= 300)
);

-- contact ways and logo change together with the row's version, in one transaction: one word a change. Changes are rare enough that those with a NOTIFY may commit one after the other.
create function community_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('kundig_live', '{"community":true}');
  return null;
end $$;
create trigger community_changed after update on community for each statement execute function community_changed();
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table contact_way; drop table community_logo; drop table community; drop function community_changed');
  }
}
