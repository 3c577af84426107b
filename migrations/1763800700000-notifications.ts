import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members are told, how they want it mailed, and the secret behind the links that stop mails. */
export class Notifications1763800700000 implements MigrationInterface {
  name = 'Notifications1763800700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table notification_secret, notification_preference, notification');
  }
}

const UP = `
create table notification (
  id bigint generated always as identity primary key,
  recipient_id bigint not null references member on delete cascade,
  event_id bigint not null, -- no foreign key: what was told outlives the event
  kind text not null check (kind ~ '^[a-zA-Z]{1,40}$'), -- the list stands in code, where each kind has its sentences
  thread_id bigint references thread on delete cascade,
  post_id bigint references post on delete cascade,
  actor_id bigint references member on delete set null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz, -- when a mail with it was written
  unique (event_id, recipient_id) -- one person is told once of one event, however often and by however many workers it is heard
);
create index notification_latest on notification (recipient_id, id desc);
create index notification_unread on notification (recipient_id, id desc) where read_at is null;
create index notification_unmailed on notification (recipient_id, id) where read_at is null and mailed_at is null;
create index notification_thread on notification (thread_id);
create index notification_post on notification (post_id, recipient_id);
create index notification_actor on notification (actor_id) where actor_id is not null;
create index notification_age on notification using brin (created_at);

create table notification_preference ( -- only what differs from the usual
  member_id bigint not null references member on delete cascade,
  topic text not null check (topic ~ '^[a-zA-Z]{1,40}$'),
  timing text not null check (timing in ('now', 'daily', 'weekly', 'off')),
  primary key (member_id, topic)
);

create table notification_secret ( -- signs the links that stop mails without signing in
  sole boolean primary key default true check (sole),
  secret bytea not null
);
insert into notification_secret (secret) values (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));
`;
