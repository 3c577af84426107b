import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which documents are to be found by what they mean, too: for communities that have an embedder. */
export class Meaning1795902200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table search_meaning (
        key text primary key, -- of search_document
        digest text, -- of the text that was embedded; null: none yet
        due boolean not null default true -- may say something else by now, or be gone
      );
      create index search_meaning_due on search_meaning (key) where due;
      ${TRIGGERS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger search_meaning_insert on search_document;
      drop trigger search_meaning_update on search_document;
      drop trigger search_meaning_delete on search_document;
      drop function search_meaning_new, search_meaning_gone;
      drop table search_meaning;
      delete from search_state where name = 'meanings'`);
  }
}

const TRIGGERS = `
create function search_meaning_new() returns trigger language plpgsql as $$ begin
  if exists (select from search_state where name = 'meanings') then
    insert into search_meaning (key) select key from new_rows order by key on conflict (key) do update set due = true;
  end if;
  return null; end $$;
create trigger search_meaning_insert after insert on search_document referencing new table as new_rows for each statement execute function search_meaning_new();
create trigger search_meaning_update after update on search_document referencing new table as new_rows for each statement execute function search_meaning_new();

create function search_meaning_gone() returns trigger language plpgsql as $$ begin
  update search_meaning m set due = true from old_rows o where m.key = o.key; return null; end $$;
create trigger search_meaning_delete after delete on search_document referencing old table as old_rows for each statement execute function search_meaning_gone();`;
