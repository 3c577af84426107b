import type pg from 'pg';
import type { Player, World } from './world.js';

interface Thing {
  state: string;
  author: string | null;
  remover: string | null;
}
interface PostRow extends Thing {
  id: string;
  kind: string;
  thread: string;
  parent: string | null;
}

/** The rule of sight in other words than the program's: who may know that a thread or a post is there. */
export function maySee({ key, keepsOrder }: Player, { state, author, remover }: Thing): boolean {
  if (state === 'visible') return true;
  if (keepsOrder) return state !== 'merged';
  return key !== null && key === { held: author, hidden: author, deleted: remover }[state];
}

// as much as one may ask for at once
const MOST_ANSWERS = 50;
const MOST_COMMENTS = 12;
const THREAD = `query($id: ID!) { thread(id: $id) { id
  opening { id firstComments(first: ${MOST_COMMENTS}) { id } } answers(first: ${MOST_ANSWERS}) { nodes { id firstComments(first: ${MOST_COMMENTS}) { id } } } } }`;

const AT_ONCE = 10;
const TEN = Array.from({ length: AT_ONCE }, (_, at) => at);
// the same text each time, so that it is understood but once
const SOME_POSTS = `query(${TEN.map((at) => `$p${at}: ID! = "pst_0"`).join(' ')}) { ${TEN.map((at) => `p${at}: post(id: $p${at}) { id }`).join(' ')} }`;

/** Everything there is, asked for as this person: what is shown although it must not be, and what is missing. */
export async function sightFaults({ owner }: World, person: Player): Promise<string[]> {
  const { threads, posts } = await everything(owner);
  const seen = [...threads.values()].filter((thread) => maySee(person, thread));
  const above = new Map(posts.map((post) => [post.id, post]));
  const inSight = (post: PostRow) => maySee(person, post) && maySee(person, threads.get(post.thread)!) && (post.parent === null || maySee(person, above.get(post.parent)!));
  const readable = new Set(posts.filter(inSight).map(({ id }) => id));
  const pageOf = (thread: string) => firstComments(posts.filter((post) => post.thread === thread && readable.has(post.id)));
  const faults: string[] = [];
  const compare = (where: string, shown: string[], expected: string[]) => {
    if (shown.toSorted().join() !== expected.toSorted().join()) faults.push(`${person.email || 'a guest'} is shown ${where}: ${shown.toSorted().join()} instead of ${expected.toSorted().join()}`);
  };
  const { threads: list } = await person.ask<{ threads: { nodes: { id: string }[] } }>('{ threads(first: 100) { nodes { id } } }');
  compare('the list', list.nodes.map(({ id }) => id.slice(4)), [...threads.values()].filter(({ state }) => state === 'visible').map(({ id }) => id).slice(0, 100));
  await Promise.all([...threads.values()].map(async ({ id }) => {
    const { thread } = await person.ask<{ thread: { opening: Shown | null; answers: { nodes: Shown[] } } | null }>(THREAD, { id: `thr_${id}` });
    const shown = thread ? [thread.opening, ...thread.answers.nodes].flatMap((post) => (post ? [post, ...post.firstComments] : [])) : null;
    const present = threads.get(id)!.into ?? id; // a signpost leads to what it became part of
    compare(`thread ${id}`, shown ? shown.map((post) => post.id.slice(4)) : ['absent'], seen.some((one) => one.id === present) ? pageOf(present) : ['absent']);
  }));
  for (let from = 0; from < posts.length; from += AT_ONCE) {
    const some = posts.slice(from, from + AT_ONCE);
    const found = await person.ask<Record<string, { id: string } | null>>(SOME_POSTS, Object.fromEntries(some.map(({ id }, at) => [`p${at}`, `pst_${id}`])));
    compare('single posts', some.filter((_, at) => found[`p${at}`]).map(({ id }) => id), some.filter(({ id }) => readable.has(id)).map(({ id }) => id));
  }
  if (person.key !== null) {
    const { bookmarks } = await person.ask<{ bookmarks: { nodes: { id: string }[] } }>('{ bookmarks(first: 100) { nodes { id } } }');
    const { rows: kept } = await owner.query<{ post_id: string }>('select post_id from bookmark where member_id = $1', [person.key]);
    compare('bookmarks', bookmarks.nodes.map(({ id }) => id.slice(4)), kept.map((row) => row.post_id).filter((id) => readable.has(id)));
  }
  return faults;
}

interface Shown {
  id: string;
  firstComments: { id: string }[];
}

async function everything(owner: pg.Client) {
  const { rows: threads } = await owner.query<Thing & { id: string; into: string | null }>('select id, state, author_id as author, deleted_by as remover, merged_into as into from thread order by last_activity_at desc, id desc');
  const { rows: posts } = await owner.query<PostRow>('select id, state, kind, thread_id as thread, parent_id as parent, author_id as author, deleted_by as remover from post order by id');
  return { threads: new Map(threads.map((thread) => [thread.id, thread])), posts };
}

/** What one page of a thread holds: under each post the oldest comments. */
function firstComments(posts: readonly PostRow[]): string[] {
  return posts.filter((post) => post.parent === null || posts.filter(({ parent, id }) => parent === post.parent && BigInt(id) < BigInt(post.id)).length < MOST_COMMENTS).map(({ id }) => id);
}
