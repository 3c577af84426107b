import { Injectable, NotFoundException } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { GoneView } from './gone.view.js';
import { gonePostOperation } from './thread.operation.js';

/** What an address of a post answers that finds none. Asked only then: search engines forget at once what is said to be gone. */
@Injectable()
export class GonePosts {
  constructor(private readonly asking: Asking) {}

  /** The page that says so, where it was deleted. */
  async page({ actor, page }: Visit, id: string): Promise<Reply | null> {
    const { gonePost } = await this.asking.ask(actor, gonePostOperation, { id });
    return gonePost && show(<GoneView page={page} thread={gonePost.thread} />, 410);
  }

  async pageOrNothing(visit: Visit, id: string): Promise<Reply> {
    const gone = await this.page(visit, id);
    if (!gone) throw new NotFoundException();
    return gone;
  }
}
