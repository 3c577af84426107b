import { Meilisearch } from 'meilisearch';
import { testServers } from '#platform/testing';
import { RecountingService } from '#reputation';
import { rested, type World } from './world.js';

const MOST_ANSWERS = 20; // of more, the index holds the best

interface Expected {
  id: string;
  state: string;
  /** The words of their own by which openings and answers are told apart: what a guest sees of them, and all others. */
  shown: string[];
  /** Those in which others asked the same: titles of duplicates, what helped people had asked. */
  asked: string[];
  kept: string[];
}

const ASKED = `
  select other.title as words from thread other where (other.merged_into = t.id and other.state = 'merged') or (other.duplicate_of = t.id and other.state = 'visible')
  union all select d.asked from deflection d join member m on m.id = d.member_id where d.thread_id = t.id and d.outcome = 'confirmed' and (m.role <> 'customer' or m.rank > 0 or m.first_posted_at < d.created_at - interval '1 day')
  union all select lower(d.asked) from deflection d where d.thread_id = t.id and d.outcome = 'confirmed' group by lower(d.asked) having count(*) >= 3`; // strangers, who must be as many

/** When all that follows is done: the index holds what a guest may see, each thread once, and no word more. */
export async function indexFaults({ owner, app }: World): Promise<string[]> {
  await rested(owner);
  const { rows: threads } = await owner.query<Expected>(
    `select t.id, t.state,
       array(select w[1] from post p, regexp_matches(p.source || case when p.kind = 'opening' then t.title else '' end, '(?:word|first)\\d+', 'g') w where p.thread_id = t.id and p.kind <> 'comment' and p.state = 'visible') as shown,
       array(select w[1] from (${ASKED}) said, regexp_matches(said.words, '(?:word|first)\\d+', 'g') w) as asked,
       array(select w[1] from post p, regexp_matches(p.source, '(?:word|first)\\d+', 'g') w where p.thread_id = t.id and (p.kind = 'comment' or p.state <> 'visible')) as kept
     from thread t where (select count(*) from post p where p.thread_id = t.id and p.kind = 'answer') <= ${MOST_ANSWERS}`,
  );
  const { rows: documents } = await owner.query<{ id: string; stems: string }>(`select thread_id as id, array_to_string(tsvector_to_array(terms), ' ') as stems from search_document`);
  const sent = await inMeilisearch(owner);
  const faults: string[] = [];
  for (const [where, held] of [['PostgreSQL', documents], ['Meilisearch', sent]] as const) {
    const byId = new Map(held.map(({ id, stems }) => [id, new Set(stems.split(' '))]));
    if (byId.size !== held.length) faults.push(`${where} holds a thread twice`);
    for (const { id, state, shown, asked, kept } of threads) {
      const stems = byId.get(id);
      if ((stems !== undefined) !== (state === 'visible')) faults.push(`${where} ${stems ? 'holds' : 'lacks'} thread ${id}, which is ${state}`);
      if (!stems || state !== 'visible') continue;
      faults.push(...[...shown, ...asked].filter((word) => !stems.has(word)).map((word) => `${where} lacks ${word} of thread ${id}`));
      faults.push(...kept.filter((word) => !shown.includes(word) && !asked.includes(word) && stems.has(word)).map((word) => `${where} still finds ${word} in thread ${id}`));
    }
  }
  const [one] = threads.filter(({ state, shown }) => state === 'visible' && shown.length > 0);
  if (one) {
    const { search } = await app.guest.ask<{ search: { nodes: { thread: { id: string } }[] } }>('query($text: String!) { search(text: $text, first: 20) { nodes { thread { id } } } }', { text: one.shown[0] });
    const hits = search.nodes.filter(({ thread }) => thread.id === `thr_${one.id}`).length;
    if (hits !== 1) faults.push(`a guest who searches for ${one.shown[0]} finds thread ${one.id} ${hits} times`);
  }
  return faults;
}

/** When all that happened is heard, counting everything anew finds nothing that the ledger lacks. */
export async function ledgerFaults({ owner, app }: World): Promise<string[]> {
  const LAST = `select coalesce(max(id), 0) as last from reputation_entry`;
  await rested(owner);
  const { rows: [before] } = await owner.query<{ last: string }>(LAST);
  await owner.query('update reputation_state set upto = 0');
  await app.app.get(RecountingService, { strict: false }).goOn();
  const { rows: missed } = await owner.query<{ rule: string; points: number; post: string }>('select rule, points, post_id as post from reputation_entry where id > $1 order by id', [before!.last]);
  return missed.map(({ rule, points, post }) => `the ledger missed ${points} points of ${rule} for post ${post}`);
}

async function inMeilisearch(owner: World['owner']): Promise<{ id: string; stems: string }[]> {
  const { url, key } = testServers().meili!;
  const { rows: [row] } = await owner.query<{ prefix: string }>(`select value #>> '{}' as prefix from search_state where name = 'installation'`);
  const index = new Meilisearch({ host: url, apiKey: key }).index<{ id: string; stems: string }>(`kundig_${row!.prefix}_threads`);
  return (await index.getDocuments({ limit: 10_000, fields: ['id', 'stems'] })).results;
}
