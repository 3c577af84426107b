import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lifts a thread in the lists: when its answer was accepted is kept beside it, and the notes of a split, which lift nothing, are told apart from what people say. */
export class NotesAndAcceptances1795900901000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index post_latest; alter table post drop is_note; alter table thread drop accepted_at');
  }
}

const UP = `
alter table post add is_note boolean not null default false; -- written by a split about the thread itself
alter table thread add accepted_at timestamptz; -- when the accepted answer was accepted here; null where it came accepted
create index post_latest on post (thread_id, created_at desc) where state = 'visible' and not is_note;
update post p set is_note = true from event e where e.kind = 'ThreadSplit' and e.created_at = p.created_at and e.actor_id = p.author_id and p.kind = 'comment';
update thread t set accepted_at = e.at
  from (select subject->>'postId' as post, max(created_at) as at from event where kind = 'AnswerAccepted' and not subject ? 'again' group by 1) e
  where e.post = t.accepted_post_id::text;
`;
