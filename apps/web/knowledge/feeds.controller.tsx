import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Actor } from '#platform/access';
import { atom, htmlFor } from '../found/atom.js';
import { FOR_MINUTES } from '../found/feed.path.js';
import { sitemap } from '../found/sitemap.js';
import { Asking } from '../graphql/asking.js';
import { graphql } from '../graphql/document.js';
import { htmlOf } from '../html/html.js';
import type { RequestWithVisit } from '../page/visit.js';
import { Visits } from '../page/visits.js';
import { LANGUAGES } from '../texts/index.js';
import { EmbeddedFaq } from './embedded.view.js';
import { entriesOperation } from './knowledge.operation.js';

const newestOperation = graphql(`query NewestKnowledge($language: Language!) { newestKnowledge(first: 20, language: $language) { id title path html language publishedAt changedAt } }`);
const addressesOperation = graphql(`query KnowledgeAddresses { knowledgeAddresses { path language changedAt } }`);

const EMBEDDED = 20;

/** The FAQ for programs and for other sites: a feed, a site map, and a list to put into a frame. Everybody gets what guests see. */
@Controller(['/', ...LANGUAGES])
export class KnowledgeFeedsController {
  constructor(
    private readonly asking: Asking,
    private readonly visits: Visits,
  ) {}

  @Get('faq/feed.atom')
  @Header('Cache-Control', FOR_MINUTES)
  async feed(@Req() request: RequestWithVisit, @Res() response: Response): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const { newestKnowledge } = await this.asking.ask(Actor.guest(actor.language), newestOperation, { language: page.language });
    response.type('application/atom+xml').send(atom({
      title: `${page.siteName} · ${page.texts.knowledge.faq}`, language: page.language, base: page.publicUrl, url: page.publicUrl + page.href('/faq/feed.atom'), pageUrl: page.publicUrl + page.href('/faq'),
      entries: newestKnowledge.map(({ id, title, path, html, language, publishedAt, changedAt }) => ({
        id: `${page.publicUrl}/kb/${id.replace('kno_', '')}`, title, url: page.publicUrl + page.href(path), language, author: page.siteName, publishedAt: publishedAt!, changedAt: changedAt!, html: htmlFor(page, html),
      })),
    }));
  }

  @Get('sitemap/knowledge.xml')
  @Header('Cache-Control', 'public, max-age=3600')
  async addresses(@Req() request: RequestWithVisit, @Res() response: Response): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const { knowledgeAddresses } = await this.asking.ask(Actor.guest(actor.language), addressesOperation, {});
    response.type('xml').send(sitemap([{ url: page.publicUrl + page.href('/faq') }, { url: page.publicUrl + page.href('/kb') }, ...knowledgeAddresses.map(({ path, language, changedAt }) => ({ url: page.publicUrl + page.hrefIn(language, path), changedAt }))]));
  }

  /** The one page that others may frame: it holds nothing to press but links out of the frame. */
  @Get('faq/embed')
  @Header('Cache-Control', FOR_MINUTES)
  async embedded(@Req() request: RequestWithVisit, @Res() response: Response, @Query() { topic }: { topic?: string }): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const { knowledgeEntries } = await this.asking.ask(Actor.guest(actor.language), entriesOperation, { kind: 'faq', language: page.language, category: topic ?? null, slug: '', withCategory: false, first: EMBEDDED });
    response.setHeader('Content-Security-Policy', String(response.getHeader('Content-Security-Policy')).replace("frame-ancestors 'none'", 'frame-ancestors *'));
    response.removeHeader('X-Frame-Options');
    response.type('html').send(`<!doctype html>${htmlOf(<EmbeddedFaq page={page} entries={knowledgeEntries.nodes} />)}`);
  }
}
