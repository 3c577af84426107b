import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { attachedOperation } from './attached.operation.js';
import { AttachedView } from './attached.view.js';

const PAGE_SIZE = 20;

@Injectable()
export class AttachedPage {
  constructor(private readonly asking: Asking) {}

  /** The list of a notice's questions, at the notice's own address; null where that is another's, or there is no notice: then the thread's page says so. */
  async show({ actor, page }: Visit, id: string, slug: string, place: PlaceQuery): Promise<Reply | null> {
    const { thread } = await this.asking.ask(actor, attachedOperation, { id, ...pagePlace(place, PAGE_SIZE) });
    if (!thread?.notice || thread.path !== `/t/${id.replace('thr_', '')}/${slug}`) return null;
    return show(<AttachedView page={page} thread={thread} questions={thread.notice.duplicates} />);
  }
}
