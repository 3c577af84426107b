import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { hashPassword, nameKey } from '#accounts';
import { foundAmong } from '#forum';
import { renderMarkdown, slugOf } from '#platform/content';
import { StartError } from '#platform/embedded';
import type { FileStore } from '#platform/files';
import { DemoFiles } from './demo.files.js';
import { addHabits } from './demo.habits.js';
import { LOGINS } from './demo.people.js';
import { planDemo } from './demo.plan.js';
import type { Plan, PlannedMember, PlannedPost, PlannedThread } from './demo.plan.type.js';
import { FIELDS, PLACES, placesAbove } from './demo.places.js';
import { insert, keysOf, RECOUNT } from './demo.rows.js';
import { readScripts } from './demo.scripts.js';
import { WORDS } from './demo.words.js';

const SOURCE = 'demo'; // its line in import_progress says that what is there is ours
const FORMER = 'altes-forum';
const POSTS_A_TURN = 50;

/** What is done of how much: texts are made into pages first, then everything is written, table by table. */
export interface DemoProgress {
  what: 'posts' | 'tables';
  done: number;
  of: number;
}

export interface Filled {
  /** False: it was there already. */
  added: boolean;
  threads: number;
  members: number;
}

/**
 * Fills an empty database with the demo in one transaction, all or nothing; one that holds the demo already only gets the
 * password; any other content is left alone, by a StartError. No events are recorded: nobody is told of what never happened.
 */
export async function fillDemo(databaseUrl: string, password: string, { store, publicUrl }: { store: FileStore; publicUrl: string }, onProgress: (progress: DemoProgress) => void = () => {}): Promise<Filled> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const files = new DemoFiles(store);
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kundig demo', 0))`);
    const added = !(await isOurs(client));
    if (added) await write(client, planDemo(readScripts(), new Date()), { files, publicUrl }, onProgress);
    await client.query('update member set password_hash = $1 where email = any($2)', [await hashPassword(password), LOGINS.map(({ email }) => email)]);
    const { rows } = await client.query<{ threads: number; members: number }>('select (select count(*)::int from thread) as threads, (select count(*)::int from member) as members');
    await client.query('commit');
    return { added, ...rows[0]! };
  } catch (error) {
    await files.forget();
    throw error;
  } finally {
    await client.end(); // with it goes what was not committed
  }
}

async function isOurs(client: pg.Client): Promise<boolean> {
  const { rows: [found] } = await client.query<{ ours: boolean; theirs: boolean }>(
    'select exists (select from import_progress where source = $1) as ours, exists (select from member) or exists (select from category) or exists (select from tag) or exists (select from thread) as theirs', [SOURCE]);
  if (found!.ours) return true;
  if (!found!.theirs) return false;
  throw new StartError('This database holds a community already, and the demo would mix with it.', 'Leave --demo out, or give the demo a folder of its own: KUNDIG_DATA=./.kundig-demo npm start -- --demo');
}

/** Where files are kept, and the address that links between threads begin with. */
interface Place {
  files: DemoFiles;
  publicUrl: string;
}

async function write(client: pg.Client, { members, threads }: Plan, place: Place, onProgress: (progress: DemoProgress) => void): Promise<void> {
  const posts = threads.flatMap((thread) => thread.posts).sort((a, b) => a.at.getTime() - b.at.getTime()); // keys grow with time: lists and what is unread go by them
  const tags = [...new Set(threads.flatMap((thread) => thread.tags))];
  const keys: Keys = {
    member: keyed(members, await keysOf(client, 'member', members.length)),
    place: keyed(PLACES.map(({ slug }) => slug), await keysOf(client, 'category', PLACES.length)),
    tag: keyed(tags, await keysOf(client, 'tag', tags.length)),
    thread: keyed(threads, await keysOf(client, 'thread', threads.length)),
    post: keyed(posts, await keysOf(client, 'post', posts.length)),
  };
  const written = await postRows(threads, posts, keys, place, onProgress);
  const steps: (() => Promise<void>)[] = [
    () => insert(client, 'member', members.map((member) => memberRow(member, keys))),
    () => insert(client, 'category', PLACES.map(({ slug, name, description, below }, position) => ({ id: keys.place.get(slug), parent_id: below ? keys.place.get(below) : null, slug, name, description, position }))),
    () => insert(client, 'tag', tags.map((name) => ({ id: keys.tag.get(name), name }))),
    () => insert(client, 'thread', threads.map((thread, at) => threadRow(thread, at, keys))),
    () => insert(client, 'thread_tag', threads.flatMap((thread) => thread.tags.map((tag) => ({ thread_id: keys.thread.get(thread), tag_id: keys.tag.get(tag) })))),
    () => insert(client, 'post', written.rows),
    () => insert(client, 'mention', written.mentions),
    () => insert(client, 'revision', revisions(threads, keys)),
    () => place.files.write(client, keys),
    () => writeFields(client, threads, keys),
    () => writeReception(client, threads, posts, keys),
    () => addHabits(client, { members, threads }, keys),
    ...RECOUNT.map((statement) => async () => void (await client.query(statement))),
  ];
  for (const [done, step] of steps.entries()) {
    onProgress({ what: 'tables', done, of: steps.length });
    await step();
  }
  await client.query(`insert into import_progress (source, step, done_rows, finished_at) values ($1, 'filled', $2, now())`, [SOURCE, posts.length]);
}

export interface Keys {
  member: Map<PlannedMember, string>;
  place: Map<string, string>;
  tag: Map<string, string>;
  thread: Map<PlannedThread, string>;
  post: Map<PlannedPost, string>;
}

function keyed<T>(things: readonly T[], keys: readonly string[]): Map<T, string> {
  return new Map(things.map((thing, at) => [thing, keys[at]!]));
}

function memberRow(member: PlannedMember, { member: keys }: Keys): object {
  return {
    id: keys.get(member), name: member.name, name_key: nameKey(member.name), email: member.email, role: member.role, rank: member.rank, language: member.language,
    created_at: member.createdAt, email_verified_at: member.createdAt, first_posted_at: member.firstPostedAt,
  };
}

function threadRow(thread: PlannedThread, at: number, { member, place, thread: threads, post }: Keys): object {
  const { opening, posts, accepted, acceptedAt, closed, duplicateOf, merged, imported } = thread;
  const seen = posts.filter(({ state, kind }) => kind === 'opening' || state === 'visible');
  return {
    id: threads.get(thread), kind: thread.kind, title: thread.title, slug: slugOf(thread.title), category_id: place.get(thread.place),
    author_id: imported ? null : member.get(opening.author), author_name: imported ? opening.author.name : null,
    state: merged ? 'merged' : opening.state, merged_into: merged ? threads.get(merged.into) : null, deleted_by: opening.state === 'deleted' ? member.get(opening.removal!.by) : null, language: thread.language,
    accepted_post_id: accepted ? post.get(accepted) : null, accepted_at: accepted ? (acceptedAt ?? null) : null, view_count: thread.views, answer_count: 0, same_problem_count: 0, has_official: false,
    closed_at: closed?.at ?? null, close_reason: closed?.reason ?? null, closed_by: closed?.by ? member.get(closed.by) : null, duplicate_of: duplicateOf ? threads.get(duplicateOf) : null,
    imported_from: imported ? FORMER : null, imported_id: imported ? `${1000 + at}` : null,
    created_at: opening.at, last_activity_at: new Date(Math.max(opening.at.getTime(), ...seen.map((one) => one.at.getTime()), acceptedAt?.getTime() ?? 0)),
  };
}

/** Rendering them takes longest. */
async function postRows(threads: readonly PlannedThread[], posts: readonly PlannedPost[], { member, thread: threadKeys, post: keys }: Keys, place: Place, onProgress: (progress: DemoProgress) => void): Promise<{ rows: object[]; mentions: object[] }> {
  const names = new Map([...member].map(([{ name }, key]) => [nameKey(name), key]));
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((one) => [one, thread] as const)));
  const rows: object[] = [];
  const mentions: object[] = [];
  for (const one of posts) {
    const thread = threadOf.get(one)!;
    const id = keys.get(one)!;
    const author = member.get(one.author)!;
    const source = sourceOf(one, threadKeys, place);
    const own = nameKey(one.author.name);
    const named = foundAmong(source.includes('@') ? new Map([...names].filter(([name]) => name !== own)) : new Map());
    const { html, renderer } = renderMarkdown(source, named);
    mentions.push(...named.members.map((key) => ({ post_id: id, member_id: key, created_at: one.at })));
    rows.push({
      id, thread_id: threadKeys.get(thread), kind: one.kind, parent_id: one.under ? keys.get(one.under) : null,
      author_id: thread.imported ? null : author, author_name: thread.imported ? one.author.name : null, source, html, renderer, state: one.state,
      imported_up: thread.imported && one.kind !== 'comment' ? 3 + (source.length % 17) : 0, imported_down: thread.imported && one.kind === 'answer' ? source.length % 3 : 0,
      up_count: 0, down_count: 0, comment_count: 0, also_solved_count: 0, lost_acceptance: false, is_note: one.leadsTo !== null,
      official_by: one.official ? member.get(one.official.by) : null, official_at: one.official?.at ?? null,
      deleted_at: one.removal ? new Date(one.at.getTime() + 1_200_000) : null, deleted_by: one.removal ? member.get(one.removal.by) : null, deleted_from: one.removal ? 'visible' : null,
      imported_from: thread.imported ? FORMER : null, imported_id: thread.imported ? `p${id}` : null,
      created_at: one.at, edited_at: one.before?.at ?? null, version: one.before ? 1 : 0, opened_as: one.openedAs,
    });
    if (rows.length % POSTS_A_TURN > 0) continue;
    onProgress({ what: 'posts', done: rows.length, of: posts.length });
    await turn(); // a wish to end is heard in between
  }
  return { rows, mentions };
}

/** The text with the way to the thread that it names, and with its picture. */
function sourceOf(one: PlannedPost, threadKeys: Keys['thread'], { files, publicUrl }: Place): string {
  const { text, leadsTo, picture } = one;
  const led = leadsTo ? text.replace('{{thread}}', `${publicUrl}/t/${threadKeys.get(leadsTo)}/${slugOf(leadsTo.title)}`) : text;
  return picture ? led.replace('{{picture}}', files.markdown(one)) : led;
}

function revisions(threads: readonly PlannedThread[], { member, post: keys }: Keys): object[] {
  return threads.flatMap((thread) => thread.posts.flatMap((one) => {
    if (!one.before) return [];
    const { text, by, at, reason } = one.before;
    const isOpening = one.kind === 'opening';
    return [{ post_id: keys.get(one), number: 1, editor_id: member.get(by), source: text, title: isOpening ? thread.title : null, tags: isOpening ? thread.tags : null, reason, created_at: at }];
  }));
}

async function writeFields(client: pg.Client, threads: readonly PlannedThread[], { place, thread: keys }: Keys): Promise<void> {
  const fieldKeys = await keysOf(client, 'category_field', FIELDS.length);
  await insert(client, 'category_field', FIELDS.map(({ place: slug, key, labelDe, labelEn, word, chooses }, at) => ({
    id: fieldKeys[at], category_id: place.get(slug), key, label_de: labelDe, label_en: labelEn, choices: chooses ? WORDS[word] : null, required: false, position: at,
  })));
  await insert(client, 'thread_field', threads.filter(({ kind }) => kind === 'question').flatMap((thread, nth) => {
    const above = placesAbove(thread.place);
    return FIELDS.flatMap(({ place: slug, word }, at) => (above.includes(slug) && thread.words[word] && nth % 4 > 0 ? [{ thread_id: keys.get(thread), field_id: fieldKeys[at], value: thread.words[word] }] : []));
  }));
}

async function writeReception(client: pg.Client, threads: readonly PlannedThread[], posts: readonly PlannedPost[], { member, thread: threadKeys, post: keys }: Keys): Promise<void> {
  const later = (one: PlannedPost, nth: number) => new Date(Math.min(one.at.getTime() + (nth + 1) * 2_340_000, Date.now() - 30_000));
  await insert(client, 'vote', posts.flatMap((one) => [...one.votes].map(([voter, value], nth) => ({ post_id: keys.get(one), member_id: member.get(voter), value, created_at: later(one, nth) }))));
  await insert(client, 'also_solved', posts.flatMap((one) => one.also.map((who, nth) => ({ post_id: keys.get(one), member_id: member.get(who), created_at: later(one, nth + 5) }))));
  await insert(client, 'same_problem', threads.flatMap((thread) => thread.same.map((who, nth) => ({ thread_id: threadKeys.get(thread), member_id: member.get(who), created_at: later(thread.opening, nth) }))));
  await insert(client, 'service_notice', threads.filter(({ notice }) => notice).map((thread) => {
    const begun = thread.opening.at.getTime();
    return {
      thread_id: threadKeys.get(thread), affected: thread.notice!.affected, created_at: thread.opening.at,
      expected_end_at: new Date(begun + 9 * 3_600_000), ended_at: thread.notice!.over ? new Date(begun + 7 * 3_600_000) : null, state: 'repairing',
    };
  }));
  await insert(client, 'notice_update', threads.filter(({ notice }) => notice).flatMap((thread) => {
    const begun = thread.opening.at.getTime();
    const said = (state: string, hours: number, ends: boolean) => ({ thread_id: threadKeys.get(thread), state, expected_end_at: ends ? new Date(begun + 9 * 3_600_000) : null, author_id: member.get(thread.opening.author) ?? null, created_at: new Date(begun + hours * 3_600_000) });
    return [said('looking', 0, false), said('found', 1, true), said('repairing', 2, true), ...(thread.notice!.over ? [said('over', 7, false)] : [])];
  }));
}
