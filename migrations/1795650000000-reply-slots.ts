import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kept replies of a member in 256 slots by their names: whether there is room for one more is asked of its slot alone. */
export class ReplySlots1795650000000 implements MigrationInterface {
  name = 'ReplySlots1795650000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table idempotency add slot integer not null generated always as (get_byte(sha256(key::bytea), 0)) stored;
      alter table idempotency drop constraint idempotency_pkey, add primary key (member_id, slot, key)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table idempotency drop constraint idempotency_pkey, drop column slot, add primary key (member_id, key)');
  }
}
