import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { CategoryField } from './field.type.js';

export const FIELD_COLUMNS = `'fld_' || f.id as id, f.key, f.label_de as "labelDe", f.label_en as "labelEn", f.choices, f.required, f.position, f.version, 'cat_' || f.category_id as "categoryId"`;

/** What a thread says in the fields of its category, as JSON; of its key by the SQL given. Null where that is nothing. */
export const fieldsJson = (threadKey: string) => `(select json_agg(json_build_object('key', f.key, 'labelDe', f.label_de, 'labelEn', f.label_en, 'value', tf.value) order by f.position, f.id)
      from thread_field tf join category_field f on f.id = tf.field_id where tf.thread_id = ${threadKey})`;

const DEEPEST = 20; // categories above one another

@Injectable()
export class FieldReader {
  constructor(private readonly db: Database) {}

  /** The fields of categories with those of the categories above, by the category's key: the topmost first; of two with one key the nearer counts. A category that is not there has no entry. */
  async ofCategories(keys: readonly string[]): Promise<Map<string, CategoryField[]>> {
    const rows = await this.db.query<CategoryField & { asked: string; depth: number }>(
      `with recursive up as (
         select id as asked, id, parent_id, 0 as depth from category where id = any($1)
         union all select up.asked, c.id, c.parent_id, up.depth + 1 from up join category c on c.id = up.parent_id where up.depth < ${DEEPEST})
       select up.asked, up.depth, ${FIELD_COLUMNS} from up left join category_field f on f.category_id = up.id and f.removed_at is null
       order by up.asked, up.depth desc, f.position, f.id`,
      [keys],
    );
    const found = new Map<string, Map<string, CategoryField>>();
    for (const { asked, depth: _depth, ...field } of rows) {
      const fields = found.get(asked) ?? found.set(asked, new Map()).get(asked)!;
      if (field.id) fields.set(field.key, field);
    }
    return new Map([...found].map(([key, fields]) => [key, [...fields.values()]]));
  }
}
