import { ForbiddenException, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { fieldInputs, tagsIn } from '../ask/ask.typed.js';
import { Attaching } from '../files/attaching.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { Previewing } from '../parts/previewing.js';
import { PrivateDataWarning } from '../private-data/private-data.warning.js';
import { EditView } from './edit.view.js';
import { type EditTyped, editTyped } from './edit.typed.js';
import { HistoryView } from './history.view.js';
import { editFormOperation, editOperation, historyOperation } from './keeping.operation.js';
import { Refusal } from './refusal.js';

const EDITS_A_PAGE = 5; // comparing two long texts keeps the program busy for tens of milliseconds

interface Shown {
  typed?: EditTyped;
  problem?: ProblemParts | null;
  preview?: string | null;
  masked?: boolean;
}

/** Changing a post, and what it was before. */
@Pages()
export class EditController {
  constructor(
    private readonly asking: Asking,
    private readonly refusal: Refusal,
    private readonly attaching: Attaching,
    private readonly previews: Previewing,
    private readonly warning: PrivateDataWarning,
  ) {}

  @Get('p/:key/edit')
  form(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.show(visit, key, {});
  }

  @Post('p/:key/edit')
  edit(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.attaching.form(visit, async (fields, refused) => {
      if (!visit.page.member) throw new ForbiddenException(); // the session has ended: the error page gives back what was typed
      const typed = editTyped(fields);
      if (fields['act'] === 'preview') return this.show(visit, key, { typed, problem: refused, preview: await this.previews.of(visit, typed.body, `pst_${key}`) });
      if (fields['act'] === 'mask') return this.show(visit, key, { typed: editTyped(await this.warning.masked(fields, await this.publicIn(visit, key))), problem: refused, masked: true });
      if (refused) return this.show(visit, key, { typed, problem: refused });
      const { body, title, tags, fields: said, reason, basedOn, confirmed } = typed;
      const { written: { problem } } = await this.asking.ask(visit.actor, editOperation, {
        input: { postId: `pst_${key}`, body, title, tags: tags === null ? null : tagsIn(tags), fields: said && fieldInputs(said), reason, basedOn, privateDataConfirmation: confirmed, clientMutationId: fields['clientMutationId'] ?? null },
      });
      return problem ? this.show(visit, key, { typed, problem }) : goTo(visit.page.href(`/p/${key}`));
    });
  }

  /** What became of a post, edit by edit. */
  @Get('p/:key/history')
  async history(@Visiting() { actor, page }: Visit, @Param('key') key: string, @Query() query: PlaceQuery): Promise<Reply> {
    const { post } = await this.asking.ask(actor, historyOperation, { id: `pst_${key}`, ...pagePlace(query, EDITS_A_PAGE) });
    if (!post?.thread) throw new NotFoundException();
    return show(<HistoryView page={page} post={post} thread={post.thread} />);
  }

  /** What stands in the post already, and may stay. */
  private async publicIn({ actor }: Visit, key: string): Promise<string[]> {
    const { post } = await this.asking.ask(actor, editFormOperation, { id: `pst_${key}`, withLatest: false });
    return post?.thread ? [post.source, post.thread.title, ...post.thread.fields.map(({ value }) => value)] : [];
  }

  private async show(visit: Visit, key: string, { typed, problem, preview = null, masked = false }: Shown): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/p/${key}/edit`))}`));
    const { post, tags, categories } = await this.asking.ask(actor, editFormOperation, { id: `pst_${key}`, withLatest: problem?.__typename === 'Conflict' });
    if (!post?.thread) throw new NotFoundException();
    // whoever has typed something gets it back, whatever the reason
    if (!typed && !post.viewer.canEdit.allowed) return this.refusal.ofPost(visit, post, post.viewer.canEdit);
    const asked = categories.find(({ id }) => id === post.thread!.category.id)?.fields ?? [];
    const view = <EditView page={page} post={post} thread={post.thread} tags={tags} asked={asked} typed={typed ?? null} problem={problem ?? null} preview={preview} masked={masked} />;
    return show(view, problem ? statusOf(problem) : 200);
  }
}
