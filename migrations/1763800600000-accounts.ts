import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members did lately, and how much of it is taken. */
export class Accounts1763800600000 implements MigrationInterface {
  name = 'Accounts1763800600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(LIMITS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function take_act; drop table act; alter table member drop column first_posted_at');
  }
}

const LIMITS = `
alter table member add column first_posted_at timestamptz; -- with it a newcomer's first day begins
update member set first_posted_at = written.first
  from (select author_id, min(created_at) as first from post where imported_from is null group by author_id) written where written.author_id = member.id;

create table act ( -- append-only: what limits count; rows that no limit looks back to are deleted
  member_id bigint not null references member on delete cascade,
  act text not null,
  subject bigint,
  at timestamptz not null
);
create index act_by_member on act (member_id, at desc);
create index act_age on act using brin (at);

-- Writes an act down unless a rule is used up. One member's acts take turns, by a lock that nobody else waits for; what is
-- counted is read by a statement of its own behind the lock, so that it sees what the one before has just committed.
create function take_act(taker bigint, what text, whom bigint, rules jsonb, first_day integer,
  out newcomer boolean, out forbidden boolean, out retry_at timestamptz) language plpgsql as $$
declare
  moment timestamptz;
  began timestamptz;
begin
  perform pg_advisory_xact_lock(1263420486, hashint8(taker)); -- a number of our own: 'KNDF'
  moment := clock_timestamp(); -- not now(): that is when the transaction began, which was before its turn
  select m.first_posted_at,
    first_day > 0 and m.rank = 0 and m.role = 'customer' and m.imported_from is null
      and (m.first_posted_at is null or m.first_posted_at > moment - make_interval(secs => first_day))
    into began, newcomer from member m where m.id = taker;
  select coalesce(bool_or(rule.most = 0), false),
    max(case when rule.who = 'newcomers'
      then least(reached.at + make_interval(secs => rule.seconds), began + make_interval(secs => first_day))
      else reached.at + make_interval(secs => rule.seconds) end) filter (where reached.at is not null)
    into forbidden, retry_at
    from jsonb_to_recordset(rules) as rule (most integer, seconds integer, who text, acts text[], same_subject boolean)
    left join lateral ( -- the act with which the rule was used up
      select a.at from act a
      where a.member_id = taker and a.act = any(rule.acts) and a.at > moment - make_interval(secs => rule.seconds)
        and (not rule.same_subject or a.subject = whom)
      order by a.at desc offset greatest(rule.most, 1) - 1 limit 1) reached on rule.most > 0
    where rule.who = 'everyone' or (rule.who = 'newcomers') = newcomer;
  if forbidden or retry_at is not null then return; end if;
  insert into act (member_id, act, subject, at) values (taker, what, whom, moment);
  if began is null and what in ('thread', 'reply', 'ownReply') then
    update member set first_posted_at = moment where id = taker;
  end if;
end $$;
`;
