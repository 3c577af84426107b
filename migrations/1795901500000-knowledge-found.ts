import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles and FAQ entries are found beside threads: in the same index, ranked by the same counts. */
export class KnowledgeFound1795901500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table search_document add entry_id bigint unique references knowledge_entry on delete cascade;
      alter table search_document drop constraint search_document_pkey;
      alter table search_document alter thread_id drop not null;
      alter table search_document add unique (thread_id);
      alter table search_document add check (num_nonnulls(thread_id, entry_id) = 1);
      alter table search_document add key text not null generated always as (coalesce(thread_id::text, 'e' || entry_id)) stored primary key; -- as Meilisearch knows it

      alter table search_mark add entry_id bigint; -- that entry's document is out of date
      alter table search_mark alter thread_id drop not null;
      alter table search_mark add check (num_nonnulls(thread_id, entry_id) = 1);
      ${TRIGGERS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger search_mark_insert on knowledge_entry;
      drop trigger search_mark_update on knowledge_entry;
      drop trigger search_mark_delete on knowledge_entry;
      drop function search_mark_entry_insert, search_mark_entry_update, search_mark_entry_delete;
      delete from search_mark where entry_id is not null;
      alter table search_mark drop entry_id, alter thread_id set not null;
      delete from search_document where entry_id is not null;
      alter table search_document drop key, drop entry_id;
      alter table search_document drop constraint search_document_thread_id_key;
      alter table search_document add primary key (thread_id)`);
  }
}

const TRIGGERS = `
create function search_mark_entry_insert() returns trigger language plpgsql as $$ begin
  insert into search_mark (entry_id) select id from new_rows; return null; end $$;
create trigger search_mark_insert after insert on knowledge_entry referencing new table as new_rows
  for each statement execute function search_mark_entry_insert();

create function search_mark_entry_update() returns trigger language plpgsql as $$ begin
  insert into search_mark (entry_id)
  select n.id from new_rows n join old_rows o on o.id = n.id
  where (n.title, n.source, n.html, n.state, n.withdrawn, n.kind, n.language, n.category_id, n.merged_into) is distinct from (o.title, o.source, o.html, o.state, o.withdrawn, o.kind, o.language, o.category_id, o.merged_into)
  union -- and the one that it became part of, which is found by its title
  select n.merged_into from new_rows n where n.merged_into is not null;
  return null; end $$;
create trigger search_mark_update after update on knowledge_entry referencing old table as old_rows new table as new_rows
  for each statement execute function search_mark_entry_update();

create function search_mark_entry_delete() returns trigger language plpgsql as $$ begin
  insert into search_mark (entry_id) select id from old_rows; return null; end $$;
create trigger search_mark_delete after delete on knowledge_entry referencing old table as old_rows
  for each statement execute function search_mark_entry_delete();`;
