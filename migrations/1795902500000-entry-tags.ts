import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What articles and FAQ entries are about: products and topics, by the community's tags. Those that are there take the tags of the threads they were made from. */
export class EntryTags1795902500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table knowledge_entry_tag (
        entry_id bigint not null references knowledge_entry on delete cascade,
        tag_id bigint not null references tag on delete cascade,
        primary key (entry_id, tag_id)
      );
      create index knowledge_entry_tag_tag on knowledge_entry_tag (tag_id);
      create function knowledge_tags_of_sources(entry bigint) returns void language sql as $$
        insert into knowledge_entry_tag (entry_id, tag_id)
        select entry, tt.tag_id from knowledge_source s join post p on p.id = s.post_id join thread_tag tt on tt.thread_id = p.thread_id
        where s.entry_id = entry group by tt.tag_id order by count(*) desc, tt.tag_id limit 5 on conflict do nothing;
      $$;
      select knowledge_tags_of_sources(id) from knowledge_entry;
      insert into search_mark (entry_id) select distinct entry_id from knowledge_entry_tag;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function knowledge_tags_of_sources; drop table knowledge_entry_tag');
  }
}
