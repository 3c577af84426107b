import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a mail was, whatever their address is later; and names that stay taken while an account on its way out is still looked for under them. */
export class MailsOfMembers1795900800001 implements MigrationInterface {
  name = 'MailsOfMembers1795900800001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table mail add member_id bigint; -- no foreign key: the mail that tells somebody that their account is gone outlives it
update mail set member_id = m.id from member m where lower(m.email) = lower(recipient);
create index mail_member on mail (member_id) where member_id is not null;
drop index mail_by_recipient;
create index mail_by_recipient on mail (lower(recipient), created_at);
alter table erasure add name_key text, add name_skeleton text; -- null once nobody looks for the name any more
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table erasure drop name_key, drop name_skeleton;
drop index mail_by_recipient;
create index mail_by_recipient on mail (lower(recipient), created_at) where not account;
alter table mail drop member_id;
`);
  }
}
