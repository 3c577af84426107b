import { GoneException, Injectable, NotFoundException } from '@nestjs/common';
import { ReadingCollector } from '#forum';
import type { Actor } from '#platform/access';
import { Asking } from '../graphql/asking.js';
import { movedTo, type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import type { Composing } from './composing.js';
import { GonePosts } from './gone.post.js';
import { askedIn } from '../deflection/opened.js';
import { isReading } from './reading.js';
import { quoted } from './quoted.js';
import { goneOperation, quotedOperation, threadOperation } from './thread.operation.js';
import { ThreadView } from './thread.view.js';

export const ANSWERS_A_PAGE = 20;

export interface ThreadQuery extends PlaceQuery {
  /** The number of a post with which the answer is to begin. */
  quote?: string;
  /** A post to be shown wherever in the list it stands. */
  post?: string;
  /** The number of a thread that became part of this one, and by whose address somebody came. */
  merged?: string;
  /** An answer was kept as a draft just now. */
  saved?: string;
  /** The words of somebody who was about to ask, and opened it instead. */
  asked?: string;
  /** It solved somebody's problem, as they have just said. */
  solved?: string;
  /** The questions about a service notice are asked for, instead of the page. */
  attached?: string;
  /** What one has just done to all of it. */
  done?: string;
  /** It was opened just now, and its category asks for more than was said. */
  more?: string;
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
  constructor(
    private readonly asking: Asking,
    private readonly reading: ReadingCollector,
    private readonly gone: GonePosts,
  ) {}

  async show(visit: Visit, id: string, { query = {}, slug, composing, status }: Shown): Promise<Reply> {
    const { actor, page, request } = visit;
    const linked = query.post ?? '';
    const merged = keyIn(query.merged);
    const opened = { asked: askedIn(query.asked), solved: query.solved !== undefined };
    const { thread, post, categories, draft, askDraft, signpost } = await this.asking.ask(actor, threadOperation, {
      id, post: linked, withPost: linked !== '', merged: `thr_${merged}`, withMerged: merged !== null, draft: `answer:${id}`, withDraft: page.member !== null && composing?.kind !== 'answer', withAskDraft: page.member !== null && opened.solved, withMenus: page.member !== null, ...pagePlace(query, ANSWERS_A_PAGE),
    });
    if (!thread) throw (await this.isGone(actor, id)) ? new GoneException() : new NotFoundException();
    if (slug !== undefined && thread.path !== `/t/${id.replace('thr_', '')}/${slug}`) return movedTo(page.href(thread.path) + queryOf(request.originalUrl, thread.id === id ? null : id));
    const gone = linked !== '' && !post ? await this.gone.page(visit, linked) : null;
    if (gone) return gone;
    if (isReading(request)) this.read(page, thread.id, thread.viewer.newestPostId);
    const isElsewhere = post?.thread?.id === thread.id && post.kind === 'answer' && !thread.answers.nodes.some((answer) => answer.id === post.id);
    const draftText = draft?.fields.find(({ name }) => name === 'body')?.value ?? '';
    const quote = await this.quote(actor, thread.id, keyIn(query.quote));
    const begun = { text: [draftText, quote].filter(Boolean).join('\n\n'), at: draftText && !quote ? draft!.updatedAt : undefined, quote: quote || undefined };
    return show(<ThreadView page={page} thread={thread} categories={categories} linked={isElsewhere ? post : null} signpost={signpost?.thread.id === thread.id ? signpost : null} composing={composing ?? null} begun={begun} opened={{ ...opened, hasDraft: askDraft != null }} saved={query.saved !== undefined} more={query.more !== undefined} done={query.done ?? ''} />, status);
  }

  private async quote(actor: Actor, threadId: string, key: string | null): Promise<string> {
    if (key === null) return '';
    const { post } = await this.asking.ask(actor, quotedOperation, { id: `pst_${key}` });
    return post?.thread?.id === threadId && post.state === 'visible' ? quoted(post) : '';
  }

  /** Asked only where nothing was found: search engines forget at once what is said to be gone, and ask for weeks after what is not found. */
  private async isGone(actor: Actor, id: string): Promise<boolean> {
    return (await this.asking.ask(actor, goneOperation, { id })).threadIsGone;
  }

  /** Reading writes nothing here: it is collected and written in batches. */
  private read({ member }: Visit['page'], threadId: string, newestPostId: string | null): void {
    const threadKey = threadId.slice('thr_'.length);
    this.reading.viewed(threadKey);
    if (member && newestPostId) this.reading.read({ memberKey: member.key, threadKey, postKey: newestPostId.slice('pst_'.length) });
  }
}

/** `signpost`: the thread whose address it was, where that became part of another. The page says so, and leads to what stood there unless the address names a place of its own. */
function queryOf(address: string, signpost: string | null): string {
  const start = address.indexOf('?');
  const query = start === -1 ? '' : address.slice(start);
  return signpost === null ? query : `${query}${query.length > 1 ? '&' : '?'}merged=${signpost.slice('thr_'.length)}`;
}

function keyIn(text: unknown): string | null {
  return typeof text === 'string' && /^\d{1,18}$/.test(text) ? text : null;
}
