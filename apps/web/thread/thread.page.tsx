import { Injectable, NotFoundException } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { movedTo, type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import type { Composing } from './composing.js';
import { threadOperation } from './thread.operation.js';
import { ThreadView } from './thread.view.js';

export const ANSWERS_A_PAGE = 20;

export interface ThreadQuery extends PlaceQuery {
  /** A post to be shown wherever in the list it stands. */
  post?: string;
}

interface Shown {
  query?: ThreadQuery;
  /** The last part of the address, where the page was asked for by it. */
  slug?: string;
  /** What somebody is writing, after a form that was not taken. */
  composing?: Composing;
  status?: number;
}

/** The page of a thread, whether somebody asks for it or a form in it was refused. */
@Injectable()
export class ThreadPage {
  constructor(private readonly asking: Asking) {}

  async show({ actor, page, request }: Visit, id: string, { query = {}, slug, composing, status }: Shown): Promise<Reply> {
    const linked = query.post ?? '';
    const { thread, post, categories } = await this.asking.ask(actor, threadOperation, {
      id, post: linked, withPost: linked !== '', ...pagePlace(query, ANSWERS_A_PAGE),
    });
    if (!thread) throw new NotFoundException();
    if (slug !== undefined && thread.path !== `/t/${id.replace('thr_', '')}/${slug}`) return movedTo(page.href(thread.path) + queryOf(request.originalUrl));
    const isElsewhere = post?.thread?.id === thread.id && post.kind === 'answer' && !thread.answers.nodes.some((answer) => answer.id === post.id);
    return show(<ThreadView page={page} thread={thread} categories={categories} linked={isElsewhere ? post : null} composing={composing ?? null} />, status);
  }
}

function queryOf(address: string): string {
  const start = address.indexOf('?');
  return start === -1 ? '' : address.slice(start);
}
