import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What admins change in forms counts its changes: who changes an older one than stands there is told. */
export class VersionsOfForms1795901000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table company_pattern_list; alter table category_field drop version; alter table category drop version');
  }
}

const UP = `
alter table category add version integer not null default 1;
alter table category_field add version integer not null default 1;
create table company_pattern_list (
  only_one boolean primary key default true check (only_one),
  version integer not null default 1
);
insert into company_pattern_list default values;
`;
