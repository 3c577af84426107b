import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the company's own numbers look like: whoever posts one is warned. The notation is ours, never a regular expression. */
export class CompanyPatterns1795900100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create table company_pattern (
      position smallint primary key check (position between 1 and 20),
      name_de text not null check (length(name_de) between 1 and 60),
      name_en text not null check (length(name_en) between 1 and 60),
      pattern text not null unique check (length(pattern) between 5 and 40),
      example text not null check (length(example) between 1 and 60))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table company_pattern');
  }
}
