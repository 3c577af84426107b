import { Controller, Get, Header, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Actor } from '#platform/access';
import { Asking } from '../graphql/asking.js';
import type { ResultOf } from '../graphql/document.js';
import type { Page, RequestWithVisit } from '../page/visit.js';
import { Visits } from '../page/visits.js';
import { memberPath } from '../parts/member-name.view.js';
import { LANGUAGES } from '../texts/index.js';
import { placeOf } from '../thread/post.place.js';
import { atom, type Entry, htmlFor } from './atom.js';
import { feedPath, FOR_MINUTES } from './feed.path.js';
import { fedAnswersOperation, fedMemberOperation } from './found.operation.js';

type Fed = NonNullable<ResultOf<typeof fedAnswersOperation>['thread']>['newestAnswers'][number];

const ENTRIES = 20;

/** Feeds of posts: the answers of a thread, and what a member writes. Everybody gets what guests see. */
@Controller(['/', ...LANGUAGES])
export class PostFeedsController {
  constructor(
    private readonly asking: Asking,
    private readonly visits: Visits,
  ) {}

  @Get('t/:key/feed.atom')
  @Header('Cache-Control', FOR_MINUTES)
  async ofThread(@Req() request: RequestWithVisit, @Res() response: Response, @Param('key') key: string): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const { thread } = await this.asking.ask(Actor.guest(actor.language), fedAnswersOperation, { id: `thr_${key}` });
    if (!thread) throw new NotFoundException();
    this.send(response, page, thread.title, `/t/${thread.id.replace('thr_', '')}`, thread.path, thread.newestAnswers);
  }

  @Get('m/:key/feed.atom')
  @Header('Cache-Control', FOR_MINUTES)
  async ofMember(@Req() request: RequestWithVisit, @Res() response: Response, @Param('key') key: string): Promise<void> {
    const { actor, page } = this.visits.of(request);
    const { member } = await this.asking.ask(Actor.guest(actor.language), fedMemberOperation, { id: `mem_${key}` });
    if (!member) throw new NotFoundException();
    const posts = [...member.openings.nodes, ...member.answers.nodes].sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1)).slice(0, ENTRIES);
    this.send(response, page, member.name, memberPath(member), memberPath(member), posts);
  }

  private send(response: Response, page: Page, name: string, path: string, shownAt: string, posts: readonly Fed[]): void {
    response.type('application/atom+xml').send(atom({
      title: `${page.siteName} · ${name}`, language: page.language, base: page.publicUrl,
      url: page.publicUrl + page.href(feedPath(path)), pageUrl: page.publicUrl + page.href(shownAt),
      entries: posts.flatMap((post) => entryOf(page, post)),
    }));
  }
}

function entryOf(page: Page, { id, thread, author, authorName, createdAt, editedAt, html }: Fed): Entry[] {
  if (!thread) return [];
  return [{
    id: `${page.publicUrl}/p/${id.replace('pst_', '')}`, title: thread.title, url: page.publicUrl + page.href(placeOf({ post: { id }, thread })), language: thread.language,
    author: author?.name ?? authorName ?? page.texts.lists.formerly, publishedAt: createdAt, changedAt: editedAt ?? createdAt, html: htmlFor(page, html),
  }];
}
