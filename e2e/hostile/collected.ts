import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env.KUNDIG_EVAL_DATA ?? '', 'naughty');

/** Lists that others collected; they are not part of this repository. KUNDIG_EVAL_DATA says where they are, as for `npm run eval`. */
export const areCollected = process.env.KUNDIG_EVAL_DATA !== undefined && existsSync(folder);

const LISTS: Record<string, string> = { 'xss.jsonl': 'payload', 'dompurify-xss.jsonl': 'payload', 'payload-code-blocks.jsonl': 'payload', 'other-injection.jsonl': 'payload', 'sqli.jsonl': 'payload', 'blns.jsonl': 'text', 'commonmark-spec.jsonl': 'markdown' };

export function collected(): string[] {
  const texts = Object.entries(LISTS).flatMap(([file, field]) =>
    readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as Record<string, string>)[field]!),
  );
  return [...new Set(texts)];
}
