import { Get, NotFoundException, Param, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { tagPath } from '../parts/tag-links.view.js';
import { type Filter, FILTERS, meantBy } from './filter.js';
import { listOperation } from './list.operation.js';
import { ListView } from './list.view.js';

const PAGE_SIZE = 30; // GitHub's: a screen or three

interface ListQuery extends PlaceQuery {
  filter?: string;
  [field: `fields.${string}`]: unknown;
}

/** Lists of threads: all, of a category, with a tag. */
@Pages()
export class ListController {
  constructor(private readonly asking: Asking) {}

  @Get('threads')
  all(@Visiting() visit: Visit, @Query() query: ListQuery): Promise<Reply> {
    return this.list(visit, query, '/threads', {});
  }

  @Get('c/:category')
  inCategory(@Visiting() visit: Visit, @Query() query: ListQuery, @Param('category') category: string): Promise<Reply> {
    return this.list(visit, query, `/c/${category}`, { category });
  }

  @Get('tag/:tag')
  withTag(@Visiting() visit: Visit, @Query() query: ListQuery, @Param('tag') tag: string): Promise<Reply> {
    return this.list(visit, query, tagPath(tag), { tag });
  }

  private async list({ actor, page }: Visit, query: ListQuery, path: string, of: { category?: string; tag?: string }): Promise<Reply> {
    const filter: Filter = FILTERS.find((known) => known === query.filter) ?? 'all';
    const sought = soughtIn(query);
    const { categories, threads, tag, category: chosen, serviceNotices } = await this.asking.ask(actor, listOperation, { ...meantBy(filter), ...of, tagged: of.tag ?? '', withTag: of.tag !== undefined, slug: of.category ?? '', withCategory: of.category !== undefined, fields: sought, about: { category: of.category ?? null, tags: of.tag === undefined ? [] : [of.tag] }, withNotices: of.category !== undefined || of.tag !== undefined, ...pagePlace(query, PAGE_SIZE) });
    const category = categories.find(({ slug }) => slug === of.category) ?? null;
    if ((of.category && !category) || (of.tag && !tag)) throw new NotFoundException();
    return show(<ListView page={page} path={path} filter={filter} categories={categories} category={category} tag={of.tag ?? null} fields={chosen?.fields ?? []} sought={sought} followable={category ?? tag ?? null} threads={threads} notices={serviceNotices ?? []} />);
  }
}

const SOUGHT_MOST = 5; // as many as the API takes

/** `?fields.device=Box` */
function soughtIn(query: ListQuery): { key: string; value: string }[] {
  return Object.entries(query).flatMap(([name, value]) => {
    const [, key] = /^fields\.([a-z][a-z0-9-]{0,29})$/.exec(name) ?? [];
    return key && typeof value === 'string' && value.trim() !== '' ? [{ key, value: value.trim().slice(0, 120).toWellFormed() }] : [];
  }).slice(0, SOUGHT_MOST);
}
