import { Controller, Get, Header, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Actor } from '#platform/access';
import { Asking } from '../graphql/asking.js';
import { FILTERS, meantBy } from '../list/filter.js';
import type { RequestWithVisit } from '../page/visit.js';
import { Visits } from '../page/visits.js';
import { tagPath } from '../parts/tag-links.view.js';
import { LANGUAGES } from '../texts/index.js';
import { atom, htmlFor } from './atom.js';
import { addressesOperation, addressPartsOperation, fedThreadsOperation, placesOperation } from './found.operation.js';
import { feedPath, FOR_MINUTES } from './feed.path.js';
import { sitemap, sitemapIndex } from './sitemap.js';

const FOR_A_WHILE = 'public, max-age=3600';

/** What programs read to find what is here: site maps and feeds. Everybody gets what guests see. */
@Controller(['/', ...LANGUAGES])
export class FoundController {
  constructor(
    private readonly asking: Asking,
    private readonly visits: Visits,
  ) {}

  @Get('sitemap.xml')
  @Header('Cache-Control', FOR_A_WHILE)
  async index(@Req() request: RequestWithVisit, @Res() response: Response): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const { threadAddressParts } = await this.asking.ask(guest(actor), addressPartsOperation, {});
    const parts = ['places', 'knowledge', ...Array.from({ length: threadAddressParts }, (_, at) => String(at + 1))];
    response.type('xml').send(sitemapIndex(parts.map((part) => `${page.publicUrl}${page.href(`/sitemap/${part}.xml`)}`)));
  }

  @Get('sitemap/:part.xml')
  @Header('Cache-Control', FOR_A_WHILE)
  async part(@Req() request: RequestWithVisit, @Res() response: Response, @Param('part') part: string): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const url = (path: string) => page.publicUrl + page.href(path);
    if (part === 'places') {
      const { categories } = await this.asking.ask(guest(actor), placesOperation, {});
      response.type('xml').send(sitemap(['/', '/threads', '/tags', ...categories.map(({ slug }) => `/c/${slug}`)].map((path) => ({ url: url(path) }))));
      return;
    }
    if (!/^[1-9]\d{0,5}$/.test(part)) throw new NotFoundException();
    const { threadAddressParts } = await this.asking.ask(guest(actor), addressPartsOperation, {});
    if (Number(part) > threadAddressParts) throw new NotFoundException();
    const { threadAddresses } = await this.asking.ask(guest(actor), addressesOperation, { part: Number(part) });
    response.type('xml').send(sitemap(threadAddresses.map(({ path, lastActivityAt }) => ({ url: url(path), changedAt: lastActivityAt }))));
  }

  @Get('threads/feed.atom')
  @Header('Cache-Control', FOR_MINUTES)
  all(@Req() request: RequestWithVisit, @Res() response: Response, @Query('filter') filter: unknown): Promise<void> {
    return this.feed(request, response, filter, '/threads', {});
  }

  @Get('c/:category/feed.atom')
  @Header('Cache-Control', FOR_MINUTES)
  inCategory(@Req() request: RequestWithVisit, @Res() response: Response, @Query('filter') filter: unknown, @Param('category') category: string): Promise<void> {
    return this.feed(request, response, filter, `/c/${category}`, { category });
  }

  @Get('tag/:tag/feed.atom')
  @Header('Cache-Control', FOR_MINUTES)
  withTag(@Req() request: RequestWithVisit, @Res() response: Response, @Query('filter') filter: unknown, @Param('tag') tag: string): Promise<void> {
    return this.feed(request, response, filter, tagPath(tag), { tag });
  }

  private async feed(request: RequestWithVisit, response: Response, wished: unknown, path: string, of: { category?: string; tag?: string }): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const filter = FILTERS.find((known) => known === wished) ?? 'all';
    const { category, named, threads } = await this.asking.ask(guest(actor), fedThreadsOperation, {
      ...meantBy(filter), ...of, slug: of.category ?? '', withCategory: of.category !== undefined, tagged: of.tag ?? '', withTag: of.tag !== undefined,
    });
    if ((of.category !== undefined && !category) || (of.tag !== undefined && !named)) throw new NotFoundException();
    const name = category?.name ?? named?.name ?? null;
    response.type('application/atom+xml').send(atom({
      title: [page.siteName, name, filter === 'all' ? null : page.texts.lists.filters[filter]].filter((part) => part !== null).join(' · '),
      language: page.language, base: page.publicUrl,
      url: page.publicUrl + page.href(feedPath(path, filter)),
      pageUrl: page.publicUrl + page.href(path) + (filter === 'all' ? '' : `?filter=${filter}`),
      entries: threads.nodes.map((thread) => ({
        id: `${page.publicUrl}/t/${thread.id.replace('thr_', '')}`, title: thread.title, url: page.publicUrl + page.href(thread.path), language: thread.language,
        author: thread.author?.name ?? thread.authorName ?? page.texts.lists.formerly,
        publishedAt: thread.createdAt, changedAt: thread.lastActivityAt, html: htmlFor(page, thread.opening?.html ?? ''),
      })),
    }));
  }
}

function guest(actor: Actor): Actor {
  return Actor.guest(actor.language);
}
