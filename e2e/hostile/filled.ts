import { nameKey, nameSkeleton } from '#accounts';
import { Database } from '#platform/database';
import type { Web } from '../web/web.fixture.js';
import { asSeen, RULES } from './field.rules.js';
import { CROSSED, HOSTILE, isStorable, STRINGS } from './strings.js';

export const TEXTS = STRINGS.filter(isStorable);
/** As long as that field wants it. */
export const atLeast = (text: string, min: number) => ([...text.trim()].length >= min ? text : `${text} and so on`);

const ANSWERS = 20; // a page of them
const COMMENTS = 4;
export const POSTS = 1 + ANSWERS * (1 + COMMENTS);

export interface Filled {
  /** Of a hundred posts each. */
  long: { path: string; id: string; texts: readonly string[] }[];
  /** The same with texts that are just texts. */
  twin: { path: string };
  threads: { path: string; text: string }[];
  categories: string[];
  tags: string[];
  members: string[];
  aComment: string;
  /** Articles and FAQ entries, published. */
  entries: string[];
}

/** A community in which every name, title, tag, field and text is one of ours. */
export async function filled(site: Web): Promise<Filled> {
  const { community } = site;
  const db = site.site.app.get(Database, { strict: false });
  await community.member('Ada', 'admin');
  await community.member('Writer');
  const members: string[] = [];
  for (const [n, name] of [...new Set(TEXTS.filter((text) => [...asSeen(text)].length <= 40 && asSeen(text).length > 1).map(asSeen))].slice(0, 12).entries()) {
    await community.member(`Writer ${'abcdefghijklmn'[n]}`);
    await db.query('update member set name = $2, name_key = $3, name_skeleton = $4 where name = $1', [`Writer ${'abcdefghijklmn'[n]}`, name, nameKey(name), nameSkeleton(name)]);
    members.push((await db.one<{ id: string }>('select id from member where name_key = $1', [nameKey(name)]))!.id);
  }
  const by = (n: number) => `Writer ${'abcdefghijklmn'[n % members.length]}`;

  const categories: string[] = [];
  for (const [n, text] of TEXTS.filter((each) => RULES['createCategory.name']!.takes(each) === true).slice(0, 30).filter((_, at) => at % 5 === 0).entries()) {
    categories.push(await community.category('Ada', text, { slug: `topic-${n}`, description: text }));
  }
  const labels = [...HOSTILE.handlers, ...HOSTILE.script].filter((text) => asSeen(text).length <= 60);
  for (const n of [0, 1, 2]) await community.does('Ada', 'createCategoryField', { categoryId: categories[0], key: `field-${n}`, labelDe: labels[n], labelEn: labels[n + 3], ...(n === 2 ? { choices: labels.filter((text) => !/\p{Cc}/u.test(text)).slice(0, 8) } : {}) });
  const tags: string[] = [];
  for (const text of TEXTS.filter((each) => RULES['createTag.name']!.takes(each) === true).filter((_, at) => at % 4 === 0).slice(0, 12)) {
    await community.tag('Ada', text);
    tags.push(String(RULES['createTag.name']!.comes(text)));
  }

  const threads: Filled['threads'] = [];
  for (const [n, text] of TEXTS.entries()) {
    const title = [...asSeen(text)].length > 200 ? [...asSeen(text)].slice(0, 200).join('') : atLeast(text, 8);
    if (asSeen(title) === '') continue;
    const value = [...asSeen(text)].slice(0, 120).join('');
    const { thread } = await community.does<{ thread: { path: string } }>(by(n), 'askQuestion thread { path }', {
      title: asSeen(title).length < 8 ? `${title} and so on` : title, body: atLeast(text, 10), categoryId: categories[n % 2 === 0 ? 0 : n % categories.length], tags: [tags[n % tags.length]], ...(n % 2 === 0 ? { fields: [{ key: 'field-0', value }] } : {}),
    });
    threads.push({ path: thread.path, text });
  }
  const long = [];
  let aComment = '';
  for (const texts of [...halves(TEXTS), CROSSED]) {
    const turn = (n: number) => texts[n % texts.length]!;
    const made = await conversation(site, categories[1]!, tags[0]!, asSeen(atLeast(turn(3), 8)), turn);
    long.push({ path: made.path, id: made.id, texts });
    aComment = made.aComment;
  }
  const twin = await conversation(site, categories[1]!, tags[0]!, 'What is the red light?', () => 'It is just a light.');
  await community.does('Ada', 'announce', { title: 'About the maintenance', body: 'It is on Monday.', categoryId: categories[1], notice: { affected: `${HOSTILE.script[0]} ${HOSTILE.handlers[1]}` } });
  await community.does('Ada', 'saveDraft', { place: 'ask', fields: [{ name: 'title', value: HOSTILE.script[3] }, { name: 'body', value: TEXTS.slice(0, 60).join('\n') }, { name: 'categoryId', value: categories[0] }, { name: 'fieldsOf', value: categories[0] }, { name: 'fields.field-0', value: HOSTILE.handlers[1] }, { name: 'tags', value: HOSTILE.handlers[3] }] });
  const entries: string[] = [];
  for (const [n, text] of [...HOSTILE.script, ...HOSTILE.handlers].entries()) {
    const { entry } = await community.does<{ entry: { id: string } }>('Ada', 'writeEntry entry { id }', { kind: n % 2 === 0 ? 'faq' : 'article', title: atLeast([...asSeen(text)].slice(0, 180).join(''), 5), text: atLeast(text, 5), categoryId: categories[1], language: 'de' });
    await db.query(`update knowledge_entry set state = 'published', published_at = now(), changed_at = now() where id = $1`, [entry.id.slice(4)]);
    entries.push(`/kb/${entry.id.slice(4)}`);
  }
  return { entries, long, twin, threads, categories, tags, members, aComment };
}

function halves<T>(all: readonly T[]): (readonly T[])[] {
  const half = Math.ceil(all.length / 2);
  return [all.slice(0, half), all.slice(half)];
}

/** A question with as many answers and comments as a page shows. */
async function conversation({ community }: Web, categoryId: string, tag: string, title: string, text: (n: number) => string) {
  let n = 0;
  const next = (min: number) => atLeast(text(n++), min);
  const { thread } = await community.does<{ thread: { id: string; path: string; opening: { id: string } } }>('Writer', 'askQuestion thread { id path opening { id } }', { title, body: next(10), categoryId, tags: [tag] });
  let aComment = '';
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    const postId = await community.answers('Writer', thread.id, next(10));
    for (let comment = 0; comment < COMMENTS; comment += 1) aComment = (await community.does<{ post: { id: string } }>('Writer', 'comment post { id }', { postId, body: next(2).slice(0, 2_000) })).post.id;
  }
  return { path: thread.path, id: thread.id, aComment };
}
