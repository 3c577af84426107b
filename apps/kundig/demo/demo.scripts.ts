import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './demo.words.js';

/** One conversation as it stands in threads/*.txt, with words left open. */
export interface Script {
  kind: 'question' | 'discussion' | 'announcement';
  language: Language;
  place: string;
  tags: string[];
  title: string;
  opening: string;
  /** Under the opening. */
  comments: Line[];
  answers: Answer[];
  notice?: { over: boolean; affected: string };
  /** The same asked by others later. */
  twins: { title: string; opening: string }[];
}

export interface Line {
  by: 'asker' | 'other';
  text: string;
}

export interface Answer {
  by: 'anyone' | 'super' | 'staff';
  /** The one that solves it. */
  best: boolean;
  text: string;
  comments: Line[];
}

/**
 * A line that begins with `@` says what the lines below it are: `@language`, then for each conversation `@thread category tag ...`
 * (or `@discussion`, `@announcement`), `@title`, `@question`, `@answer [best] [super|staff]`, `@reply`, `@comment asker|other`, `@twin title` (the same question by somebody else, closed as a duplicate).
 */
export function readScripts(folder = join(import.meta.dirname, 'threads')): Script[] {
  return readdirSync(folder).sort().flatMap((file) => scriptsIn(readFileSync(join(folder, file), 'utf8'), file));
}

function scriptsIn(text: string, file: string): Script[] {
  const scripts: Script[] = [];
  let language: Language = 'de';
  for (const part of text.split(/^@(?=[a-z])/m).slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    const [what, ...said] = head.split(' ');
    const body = lines.join('\n').trim();
    const script = scripts.at(-1);
    if (what === 'language') language = said[0] as Language;
    else if (what === 'thread' || what === 'discussion' || what === 'announcement') scripts.push(begun(what, language, said));
    else if (!script) throw new Error(`${file}: @${what} belongs to no thread`);
    else if (what === 'title') script.title = said.join(' ');
    else if (what === 'question') script.opening = body;
    else if (what === 'twin') script.twins.push({ title: said.join(' '), opening: body });
    else if (what === 'notice') script.notice = { over: said[0] === 'over', affected: said.slice(1).join(' ') };
    else if (what === 'answer' || what === 'reply') script.answers.push({ by: said.includes('staff') ? 'staff' : said.includes('super') ? 'super' : 'anyone', best: said.includes('best'), text: body, comments: [] });
    else if (what === 'comment') (script.answers.at(-1)?.comments ?? script.comments).push({ by: said[0] === 'asker' ? 'asker' : 'other', text: body });
    else throw new Error(`${file}: nobody knows what @${what} is`);
  }
  return scripts;
}

function begun(what: 'thread' | 'discussion' | 'announcement', language: Language, [place = '', ...tags]: string[]): Script {
  return { kind: what === 'thread' ? 'question' : what, language, place, tags: [...new Set(tags)], title: '', opening: '', comments: [], answers: [], twins: [] };
}
