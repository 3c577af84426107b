import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { cleanLine, cleanText, htmlToMarkdown, slugOf } from '#platform/content';
import { detectLanguage, type Language } from '#platform/language';
import { TEXT_LENGTH, TITLE_LENGTH } from './entry.inputs.js';
import { REVIEW_DAYS } from './entry.service.js';
import { EntryKind } from './entry.sets.js';
import { entryText } from './entry.text.js';

export interface FaqFile {
  databaseUrl: string;
  /** CSV with a first line of names, or JSON: a list of objects. `question` and `answer` (Markdown or HTML), and where they differ from what follows `topic` (its name in addresses) and `language`. */
  content: string;
  format: 'csv' | 'json';
  topic?: string | undefined;
  language?: Language | undefined;
  /** Whether everyone is to read them at once; else they wait for staff. */
  publish: boolean;
}

export interface FaqReport {
  made: number;
  /** There before: the same question in the same language. */
  known: number;
  /** By line or place, from 1 on, and why. */
  refused: { row: number; why: string }[];
}

/** The file cannot be read at all. */
export class FaqImportError extends Error {}

type Row = Record<string, unknown>;

/** Brings in FAQ entries that stood elsewhere. Sent twice, nothing is there twice; what is wrong with one holds up no other. */
export async function importFaq({ databaseUrl, content, format, topic, language, publish }: FaqFile): Promise<FaqReport> {
  const rows = rowsIn(content, format);
  const report: FaqReport = { made: 0, known: 0, refused: [] };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: categories } = await client.query<{ id: string; slug: string }>('select id, slug from category');
    const topics = new Map(categories.map(({ id, slug }) => [slug, id]));
    for (const [place, row] of rows.entries()) {
      const [title, text, named] = [cleanLine(said(row, 'question'))?.trim() ?? '', textOf(said(row, 'answer')), said(row, 'topic').trim()];
      const slug = named ? slugOf(named) : topic;
      const categoryId = slug && topics.get(slug);
      const why = faultOf('question', title, TITLE_LENGTH) ?? faultOf('answer', text, TEXT_LENGTH) ?? (categoryId ? null : slug ? `there is no topic ${slug}` : 'it names no topic');
      if (why) report.refused.push({ row: place + 1, why });
      else if (await put(client, { title, text, categoryId: categoryId!, language: languageIn(row) ?? language ?? detectLanguage(`${title} ${text}`) ?? 'en', publish })) report.made += 1;
      else report.known += 1;
    }
  } finally {
    await client.end();
  }
  return report;
}

function rowsIn(content: string, format: 'csv' | 'json'): Row[] {
  try {
    const rows: unknown = format === 'csv' ? parse(content, { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), bom: true, skip_empty_lines: true, relax_column_count: true, delimiter: [',', ';', '\t'] }) : JSON.parse(content);
    if (!Array.isArray(rows) || rows.some((row) => typeof row !== 'object' || row === null)) throw new Error('it is no list of entries');
    return rows as Row[];
  } catch (error) {
    throw new FaqImportError(`The file cannot be read: ${(error as Error).message}`);
  }
}

function said(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}

function textOf(answer: string): string {
  return cleanText(/^\s*<[a-z]/i.test(answer) ? htmlToMarkdown(answer) : answer)?.trim() ?? '';
}

function languageIn(row: Row): Language | undefined {
  const language = said(row, 'language').trim().toLowerCase();
  return language === 'de' || language === 'en' ? language : undefined;
}

function faultOf(name: string, text: string, { min, max }: { min: number; max: number }): string | null {
  const length = [...text].length;
  return length < min ? `its ${name} is missing or too short` : length > max ? `its ${name} is longer than ${max} characters` : null;
}

/** Whether it is new. */
async function put(client: Client, { title, text, categoryId, language, publish }: { title: string; text: string; categoryId: string; language: Language; publish: boolean }): Promise<boolean> {
  const { slug, source, html, renderer } = entryText(EntryKind.faq, title, text);
  const { rowCount } = await client.query(
    `with made as (
       insert into knowledge_entry (kind, state, title, slug, source, html, renderer, category_id, language, published_at, changed_at, review_due)
       select 'faq', case when $8 then 'published' else 'draft' end, $1, $2, $3, $4, $5, $6, $7, case when $8 then now() end, case when $8 then now() end, case when $8 then current_date + ${REVIEW_DAYS} end
       where not exists (select from knowledge_entry e where e.kind = 'faq' and e.language = $7 and lower(e.title) = lower($1)) returning id, title, source, html)
     , kept as (insert into knowledge_version (entry_id, number, title, source, html) select id, 1, title, source, html from made where $8)
     select from made`,
    [title, slug, source, html, renderer, categoryId, language, publish],
  );
  return rowCount === 1;
}
