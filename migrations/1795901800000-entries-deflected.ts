import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles and FAQ entries that somebody opened while they were about to ask, beside threads; and what was typed then, struck by staff. */
export class EntriesDeflected1795901800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table deflection alter thread_id drop not null;
      alter table deflection add entry_id bigint references knowledge_entry on delete cascade;
      alter table deflection add check (num_nonnulls(thread_id, entry_id) = 1);
      create unique index deflection_entry_who on deflection (entry_id, who, day) where entry_id is not null;
      create index deflection_entry on deflection (entry_id, id desc) where entry_id is not null;
      ${MARKS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger search_mark_asked_insert on deflection;
      drop trigger search_mark_asked_update on deflection;
      drop trigger search_mark_asked_delete on deflection;
      drop function search_mark_asked_insert, search_mark_asked_update, search_mark_asked_delete;
      delete from deflection where entry_id is not null;
      alter table deflection drop entry_id;
      alter table deflection alter thread_id set not null`);
  }
}

// an entry is found by the words of those whom it helped; of a thread its count of them says so (search_mark_update of thread)
const MARKS = `
create function search_mark_asked_insert() returns trigger language plpgsql as $$ begin
  insert into search_mark (entry_id) select distinct entry_id from new_rows where entry_id is not null and outcome = 'confirmed'; return null; end $$;
create trigger search_mark_asked_insert after insert on deflection referencing new table as new_rows
  for each statement execute function search_mark_asked_insert();

create function search_mark_asked_update() returns trigger language plpgsql as $$ begin
  insert into search_mark (entry_id, thread_id)
  select distinct n.entry_id, n.thread_id from new_rows n join old_rows o on o.id = n.id
  where (n.outcome = 'confirmed' or o.outcome = 'confirmed') and (n.entry_id is not null and n.outcome <> o.outcome or n.asked is distinct from o.asked);
  return null; end $$;
create trigger search_mark_asked_update after update on deflection referencing old table as old_rows new table as new_rows
  for each statement execute function search_mark_asked_update();

create function search_mark_asked_delete() returns trigger language plpgsql as $$ begin
  insert into search_mark (entry_id) select distinct entry_id from old_rows where entry_id is not null and outcome = 'confirmed'; return null; end $$;
create trigger search_mark_asked_delete after delete on deflection referencing old table as old_rows
  for each statement execute function search_mark_asked_delete();`;
