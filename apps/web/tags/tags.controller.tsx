import { Get, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { tagsOperation } from './tags.operation.js';
import { TagsView } from './tags.view.js';

const TAGS_SHOWN = 100; // as many as the API gives at once: further ones are found by how they begin

@Pages()
export class TagsController {
  constructor(private readonly asking: Asking) {}

  /** `q`: how they begin. */
  @Get('tags')
  async tags(@Visiting() { actor, page }: Visit, @Query('q') q: unknown): Promise<Reply> {
    const startsWith = typeof q === 'string' ? q.slice(0, 40).toWellFormed() : '';
    const { tags } = await this.asking.ask(actor, tagsOperation, { first: TAGS_SHOWN, startsWith });
    return show(<TagsView page={page} tags={tags} startsWith={startsWith} isCut={tags.length === TAGS_SHOWN} />);
  }
}
