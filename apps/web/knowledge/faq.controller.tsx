import { Get, NotFoundException, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { ArticlesView, FaqTopicView, FaqView } from './faq.view.js';
import { entriesOperation, faqOperation } from './knowledge.operation.js';

const PAGE_SIZE = 20;

/** What the company stands for, in lists: the FAQ by topic, and all articles. */
@Pages()
export class FaqController {
  constructor(private readonly asking: Asking) {}

  @Get('faq')
  async faq(@Visiting() visit: Visit, @Query() query: PlaceQuery & { topic?: string; language?: string }): Promise<Reply> {
    const { actor, page } = visit;
    const language = languageOf(query.language, page.language);
    if (query.topic) {
      const { categories, category, knowledgeEntries } = await this.entries(visit, 'faq', language, query, query.topic);
      if (!category) throw new NotFoundException();
      return show(<FaqTopicView page={page} category={category} categories={categories} entries={knowledgeEntries} language={language} />);
    }
    const { faq, categories } = await this.asking.ask(actor, faqOperation, { language });
    return show(<FaqView page={page} topics={faq} categories={categories} language={language} />);
  }

  @Get('kb')
  async articles(@Visiting() visit: Visit, @Query() query: PlaceQuery & { topic?: string; language?: string }): Promise<Reply> {
    const language = languageOf(query.language, visit.page.language);
    const { category, knowledgeEntries } = await this.entries(visit, 'article', language, query, query.topic);
    if (query.topic && !category) throw new NotFoundException();
    return show(<ArticlesView page={visit.page} category={category ?? null} entries={knowledgeEntries} language={language} />);
  }

  private entries({ actor }: Visit, kind: 'faq' | 'article', language: 'de' | 'en', place: PlaceQuery, topic: string | undefined) {
    return this.asking.ask(actor, entriesOperation, { kind, language, category: topic ?? null, slug: topic ?? '', withCategory: topic !== undefined, ...pagePlace(place, PAGE_SIZE) });
  }
}

/** The other one, where it was asked for. */
function languageOf(wished: string | undefined, language: 'de' | 'en'): 'de' | 'en' {
  return wished === 'de' || wished === 'en' ? wished : language;
}
