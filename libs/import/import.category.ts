import type pg from 'pg';
import { slugOf } from '#platform/content';
import { ImportError } from './import.error.js';

/** The category's id, by its slug; made where there is none. Default: the one named after the site. */
export async function importCategory(client: pg.Client, site: string, slug: string = slugOf(site.replaceAll('.', ' '))): Promise<string> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    throw new ImportError(`"${slug}" is no category: a slug has small letters, digits and single hyphens, as in the category's address.`);
  }
  await client.query(
    `insert into category (slug, name) select $1, $2 where not exists (select from category where slug = $1) on conflict (slug) do nothing`,
    [slug, site.slice(0, 80)]);
  const found = await client.query<{ id: string }>('select id from category where slug = $1', [slug]);
  return found.rows[0]!.id;
}
