import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "People asked this as ...": a thread is also found by the words in which others asked the same. */
export class AskedAs1795901100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search_document add asked text[] not null default '{}'; -- each wording as its stems, a blank between them
      ${MARKING(`n.duplicate_of, n.solved_for)
        is distinct from (o.title, o.category_id, o.state, o.language, o.kind, o.accepted_post_id, o.has_official, o.answer_count, o.closed_at, o.duplicate_of, o.solved_for)
      union -- and the one that a duplicate leads to, or led to, which is found by its title
      select leads.to_id from new_rows n join old_rows o on o.id = n.id cross join lateral (values (n.duplicate_of), (o.duplicate_of), (n.merged_into), (o.merged_into)) leads (to_id)
      where leads.to_id is not null and (n.title, n.state, n.duplicate_of, n.merged_into) is distinct from (o.title, o.state, o.duplicate_of, o.merged_into)`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${MARKING(`n.duplicate_of)
        is distinct from (o.title, o.category_id, o.state, o.language, o.kind, o.accepted_post_id, o.has_official, o.answer_count, o.closed_at, o.duplicate_of)`)}
      alter table search_document drop asked;`);
  }
}

const MARKING = (rest: string) => `create or replace function search_mark_thread_update() returns trigger language plpgsql as $$ begin
      insert into search_mark (thread_id)
      select n.id from new_rows n join old_rows o on o.id = n.id
      where (n.title, n.category_id, n.state, n.language, n.kind, n.accepted_post_id, n.has_official, n.answer_count, n.closed_at, ${rest};
      return null; end $$;`;
