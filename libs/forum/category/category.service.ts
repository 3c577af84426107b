import { Injectable } from '@nestjs/common';
import { cleanLine, slugOf } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { conflict, invalid, notFound } from '#platform/graphql';
import type { Category, CreateCategoryInput, UpdateCategoryInput } from './category.type.js';

const COLUMNS = `'cat_' || id as id, 'cat_' || parent_id as "parentId", slug, name, description, position, thread_count as "threadCount", version`;

const SLUG_LENGTH = 56; // room for a number behind it
const SLUGS_TRIED = 50;

/** router, router-2, router-3 ...: who gave a name only must not be told that an address is taken. */
function slugsFor(name: string): string[] {
  const slug = slugOf(name, 'topic').slice(0, SLUG_LENGTH).replace(/-+$/, '');
  return Array.from({ length: SLUGS_TRIED }, (_, n) => (n === 0 ? slug : `${slug}-${n + 1}`));
}

/** Categories are few and made by admins: read whole, in the order they are shown. */
@Injectable()
export class CategoryService {
  constructor(private readonly db: Database) {}

  all(): Promise<Category[]> {
    return this.db.prepared<Category>(`select ${COLUMNS} from category order by position, name, category.id`);
  }

  async bySlug(slug: string): Promise<Category | null> {
    return (await this.db.one<Category>(`select ${COLUMNS} from category where slug = $1`, [slug])) ?? null;
  }

  async byIds(keys: readonly string[]): Promise<Map<string, Category>> {
    const rows = await this.db.query<Category & { key: string }>(`select category.id as key, ${COLUMNS} from category where id = any($1)`, [keys]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  async create(input: CreateCategoryInput): Promise<string> {
    const name = cleanLine(input.name)!;
    const parentId = await this.parent(input.parentId);
    const values = [name, cleanLine(input.description ?? '') ?? '', input.position ?? 0, parentId];
    for (const slug of input.slug == null ? slugsFor(name) : [input.slug]) {
      const made = await this.db.one<{ id: string }>(
        `insert into category (slug, name, description, position, parent_id) values ($1, $2, $3, $4, $5) on conflict (slug) do nothing returning id`,
        [slug, ...values],
      );
      if (made) return made.id;
    }
    throw invalid({ field: 'slug', code: 'taken' });
  }

  async update(input: UpdateCategoryInput): Promise<string> {
    const key = decodeId('category', input.id);
    const [row] = key
      ? await this.db.query<{ id: string }>(
          `update category set name = coalesce($2, name), description = coalesce($3, description), position = coalesce($4, position), version = version + 1
           where id = $1 and version = coalesce($5, version) returning id`,
          [key, input.name == null ? null : cleanLine(input.name), input.description == null ? null : cleanLine(input.description), input.position ?? null, input.basedOn ?? null],
        )
      : [];
    if (row) return row.id;
    throw key && (await this.byIds([key])).size > 0 ? conflict('changed-meanwhile') : notFound();
  }

  private async parent(id: string | undefined): Promise<string | null> {
    if (id == null) return null;
    const key = decodeId('category', id);
    if (!key || (await this.byIds([key])).size === 0) throw invalid({ field: 'parentId', code: 'unknown' });
    return key;
  }
}
