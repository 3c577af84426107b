import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { cleanLine, slugOf } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { invalid, notFound } from '#platform/graphql';
import { CategoryEntity } from '../forum.entities.js';
import type { Category, CreateCategoryInput, UpdateCategoryInput } from './category.type.js';

const COLUMNS = `'cat_' || id as id, 'cat_' || parent_id as "parentId", slug, name, description, position, thread_count as "threadCount"`;

/** Categories are few and made by admins: read whole, in the order they are shown. */
@Injectable()
export class CategoryService {
  constructor(private readonly db: Database) {}

  all(): Promise<Category[]> {
    return this.db.query<Category>(`select ${COLUMNS} from category order by position, name, category.id`);
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
    try {
      const { identifiers } = await this.db.of(CategoryEntity).insert({
        name,
        slug: input.slug ?? slugOf(name).slice(0, 60).replace(/-+$/, ''),
        description: cleanLine(input.description ?? '') ?? '',
        position: input.position ?? 0,
        parentId,
      });
      return identifiers[0]!.id as string;
    } catch (error) {
      const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
      throw constraint === 'category_slug_key' ? invalid({ field: 'slug', code: 'taken' }) : error;
    }
  }

  async update(input: UpdateCategoryInput): Promise<string> {
    const key = decodeId('category', input.id);
    const [row] = key
      ? await this.db.query<{ id: string }>(
          `update category set name = coalesce($2, name), description = coalesce($3, description), position = coalesce($4, position)
           where id = $1 returning id`,
          [key, input.name === undefined ? null : cleanLine(input.name), input.description === undefined ? null : cleanLine(input.description), input.position ?? null],
        )
      : [];
    if (!row) throw notFound();
    return row.id;
  }

  private async parent(id: string | undefined): Promise<string | null> {
    if (id === undefined || id === null) return null;
    const key = decodeId('category', id);
    if (!key || (await this.byIds([key])).size === 0) throw invalid({ field: 'parentId', code: 'unknown' });
    return key;
  }
}
