import { Get, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { searchOperation } from './search.operation.js';
import { SearchView } from './search.view.js';
import { searchedIn } from './searched.js';

const PAGE_SIZE = 20;

@Pages()
export class SearchController {
  constructor(private readonly asking: Asking) {}

  @Get('search')
  async search(@Visiting() { actor, page }: Visit, @Query() query: Record<string, unknown>): Promise<Reply> {
    const searched = searchedIn(query);
    const { text, category, tag, state, kind, language } = searched;
    const after = typeof query['after'] === 'string' ? query['after'] : null;
    const { search, categories, serviceNotices } = await this.asking.ask(actor, searchOperation, {
      text, withText: text !== '', first: PAGE_SIZE, after, category: category || null, tag: tag || null, state: state || null, kind: kind || null, language: language || null,
      about: { text, category: category || null, tags: tag ? [tag] : [] },
    });
    return show(<SearchView page={page} searched={searched} found={search ?? null} categories={categories} isFirst={after === null} notices={serviceNotices ?? []} />);
  }
}
