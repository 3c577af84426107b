const STRANGERS_ALIKE = 3; // so often must guests (each network once a day) or new members say the same before search learns from it
const SAID_LOOKED_AT = 2_000; // of what was said latest: what has helped a hundred thousand is indexed as fast as any

/** A member who was not new (libs/accounts/limits) when they said it: whoever could make themselves an account for it right then is as much a stranger as a guest. */
const IS_KNOWN = `m.rank > 0 or m.role <> 'customer' or m.imported_from is not null or m.first_posted_at < d.created_at - interval '1 day'`;

/** A subselect: the words of those whom a thread or an entry helped, what most said first. */
export function helpedAs(column: 'thread_id' | 'entry_id', key: string, most: number): string {
  return `(select lower(d.asked) as words from (select * from deflection s where s.${column} = ${key} and s.outcome = 'confirmed' and s.asked is not null order by s.id desc limit ${SAID_LOOKED_AT}) d
       left join member m on m.id = d.member_id
       group by lower(d.asked) having bool_or(${IS_KNOWN}) or count(*) >= ${STRANGERS_ALIKE}
       order by count(*) desc, max(d.id) desc limit ${most})`;
}
