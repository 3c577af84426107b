import { Injectable } from '@nestjs/common';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { conflict, invalid, notFound } from '#platform/graphql';
import { FIELD_COLUMNS } from './field.reader.js';
import { type CategoryField, type CreateCategoryFieldInput, FIELDS_MOST, type RemoveCategoryFieldInput, type UpdateCategoryFieldInput } from './field.type.js';

/** What admins ask of those who open threads. A removed field is asked for no more and stays where it was answered. */
@Injectable()
export class CategoryFieldService {
  constructor(private readonly db: Database) {}

  async create(input: CreateCategoryFieldInput): Promise<CategoryField> {
    return this.db.transaction(async () => {
      const key = decodeId('category', input.categoryId);
      const category = key && (await this.db.one('select from category where id = $1 for no key update', [key])); // counted under its lock
      if (!category) throw invalid({ field: 'categoryId', code: 'unknown' });
      const [{ count }] = (await this.db.query<{ count: number }>('select count(*)::int as count from category_field where category_id = $1 and removed_at is null', [key])) as [{ count: number }];
      if (count >= FIELDS_MOST) throw invalid({ field: 'key', code: 'too-many', limit: FIELDS_MOST });
      const made = await this.db.one<CategoryField>(
        `insert into category_field as f (category_id, key, label_de, label_en, choices, required, position) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (category_id, key) where removed_at is null do nothing returning ${FIELD_COLUMNS}`,
        [key, input.key, ...valuesOf(input)],
      );
      if (!made) throw invalid({ field: 'key', code: 'taken' });
      return made;
    });
  }

  update(input: UpdateCategoryFieldInput): Promise<CategoryField> {
    return this.change(input, 'label_de = $3, label_en = $4, choices = $5, required = $6, position = $7', valuesOf(input));
  }

  remove(input: RemoveCategoryFieldInput): Promise<CategoryField> {
    return this.change(input, 'removed_at = now()', []);
  }

  private async change({ id, basedOn }: RemoveCategoryFieldInput, set: string, values: unknown[]): Promise<CategoryField> {
    const key = decodeId('field', id);
    if (!key) throw notFound();
    const [row] = await this.db.query<CategoryField>(
      `update category_field f set ${set}, version = version + 1 where id = $1 and removed_at is null and version = coalesce($2, version) returning ${FIELD_COLUMNS}`,
      [key, basedOn ?? null, ...values],
    );
    if (row) return row;
    throw (await this.db.one('select from category_field where id = $1 and removed_at is null', [key])) ? conflict('changed-meanwhile') : notFound();
  }
}

function valuesOf({ labelDe, labelEn, choices, required, position }: Omit<UpdateCategoryFieldInput, 'id' | 'basedOn'>): unknown[] {
  return [cleanLine(labelDe), cleanLine(labelEn), choicesIn(choices), required, position];
}

/** As a value given later is cleaned, so that the two can be the same. */
function choicesIn(choices: string[] | null | undefined): string[] | null {
  if (choices == null) return null;
  const clean = [...new Set(choices.map((choice) => cleanLine(choice) ?? '').filter(Boolean))];
  if (clean.length < 2) throw invalid({ field: 'choices', code: 'malformed' });
  return clean;
}
