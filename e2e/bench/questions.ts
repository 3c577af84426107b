import type { Client } from 'pg';
import { plainText } from '#platform/content';
import { randomFrom } from '../../apps/kundig/demo/random.js';
import { COMMON_WORDS, RARE_WORDS } from './corpus.text.js';

const LEAST_TYPED = 5; // characters

/** What people ask, so many different ones, by turns: a thread's title as a question, a sentence out of its text, a rare word beside another one, a title that is being typed. */
export async function questions(db: Client, count: number): Promise<string[]> {
  const random = randomFrom(1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const { rows } = await db.query<{ title: string; html: string }>(
    `select t.title, p.html from thread t join post p on p.thread_id = t.id and p.kind = 'opening' where t.id in (select id from thread order by md5(id::text || 'asked') limit $1)`, [count]);
  const said = rows.flatMap(({ title }) => title.slice(0, -1).split(' '));
  const ways = [
    ({ title }: { title: string }) => title,
    ({ html }: { html: string }) => plainText(html).split('. ').find((sentence) => sentence.split(' ').length > 5) ?? 'Nothing else to say?',
    () => `${pick(RARE_WORDS)} ${pick([...said, ...COMMON_WORDS])}`,
    ({ title }: { title: string }) => title.slice(0, LEAST_TYPED + Math.floor(random() * (title.length - LEAST_TYPED))),
  ];
  return rows.map((row, at) => ways[at % ways.length]!(row));
}
