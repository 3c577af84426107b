import { Injectable } from '@nestjs/common';
import { cleanLine } from '#platform/content';
import { Database } from '#platform/database';
import { type FieldFault, invalid } from '#platform/graphql';
import type { CreateTagInput, Tag } from './tag.type.js';

/** A tag as it is stored: lower case, dashes for white space, nothing that an address or a list would trip over. */
export function tagName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/[\s/?#,&%]+/g, '-').replace(/^-+|-+$/g, '');
}

const TAG_LENGTH = 40;
const NEAR_MOST = 3; // of each: a hint, not the list
const NEAR_AT_MOST = 0.75; // of their trigrams a quarter are the same: two letters of a short word, and one wrong in a long one
const COLUMNS = `'tag_' || id as id, name, thread_count as "threadCount"`;

@Injectable()
export class TagService {
  constructor(private readonly db: Database) {}

  /** The tags used most, those that begin with the letters first asked for. */
  popular(startsWith: string, limit: number): Promise<Tag[]> {
    return this.db.query<Tag>(
      `select ${COLUMNS} from tag where starts_with(name, $1) order by thread_count desc, tag.id desc limit ${limit}`,
      [tagName(startsWith)],
    );
  }

  async byName(name: string): Promise<Tag | null> {
    return (await this.db.one<Tag>(`select ${COLUMNS} from tag where name = $1`, [name])) ?? null;
  }

  async byIds(keys: readonly string[]): Promise<Map<string, Tag>> {
    const rows = await this.db.query<Tag & { key: string }>(`select tag.id as key, ${COLUMNS} from tag where id = any($1)`, [keys]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  async create(input: CreateTagInput): Promise<Tag> {
    const name = tagName(cleanLine(input.name)!);
    if (!/[\p{L}\p{N}]/u.test(name)) throw invalid({ field: 'name', code: 'malformed' }); // `..` would be no address
    if ([...name].length > TAG_LENGTH) throw invalid({ field: 'name', code: 'too-long', limit: TAG_LENGTH }); // NFKC makes some letters many
    const made = await this.db.one<Tag>(`insert into tag (name) values ($1) on conflict (name) do nothing returning ${COLUMNS}`, [name]);
    if (!made) throw invalid({ field: 'name', code: 'taken' });
    return made;
  }

  /** The keys of tags by name; an unknown one is the writer's fault and is named by its place. */
  async keysOf(names: readonly string[]): Promise<string[]> {
    const { keys, faults } = await this.read(names);
    if (faults.length > 0) throw invalid(...faults);
    return keys;
  }

  /** The same, with the fault told instead of thrown: for a form that tells all of them at once. */
  async read(names: readonly string[]): Promise<{ keys: string[]; faults: FieldFault[] }> {
    const wanted = [...new Set(names.map(tagName).filter(Boolean))];
    if (wanted.length === 0) return { keys: [], faults: [] };
    const rows = await this.db.query<{ id: string; name: string }>('select id, name from tag where name = any($1)', [wanted]);
    const known = new Set(rows.map((row) => row.name));
    const missing = wanted.filter((name) => !known.has(name));
    const keys = rows.map((row) => row.id);
    if (missing.length === 0) return { keys, faults: [] };
    return { keys, faults: [{ field: 'tags', code: 'unknown', value: missing.join(', '), near: await this.near(missing) }] };
  }

  /** What may have been meant: of each the tags that are written most alike, or begin or end with it. */
  private async near(names: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(
      `select near.name from unnest($1::text[]) with ordinality wanted (name, place) cross join lateral (
         select tag.name, tag.name <-> wanted.name as distance from tag order by tag.name <-> wanted.name limit ${NEAR_MOST}) near
       where near.distance < ${NEAR_AT_MOST} order by wanted.place, near.distance, near.name`,
      [names],
    );
    return [...new Set(rows.map(({ name }) => name))];
  }
}
