import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Attaching } from '../files/attaching.js';
import { Asking } from '../graphql/asking.js';
import type { Fields } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { Previewing } from '../parts/previewing.js';
import { PrivateDataWarning } from '../private-data/private-data.warning.js';
import { draftOf } from '../sign-in/sent.form.js';
import { SignInToSendView } from '../sign-in/sign-in-to-send.view.js';
import { EditSending } from './edit.sending.js';
import { editTyped } from './edit.typed.js';
import { HistoryView } from './history.view.js';
import { editFormOperation, historyOperation } from './keeping.operation.js';

const EDITS_A_PAGE = 5; // comparing two long texts keeps the program busy for tens of milliseconds

/** Changing a post, and what it was before. */
@Pages()
export class EditController {
  constructor(
    private readonly asking: Asking,
    private readonly sending: EditSending,
    private readonly attaching: Attaching,
    private readonly previews: Previewing,
    private readonly warning: PrivateDataWarning,
  ) {}

  @Get('p/:key/edit')
  form(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.sending.show(visit, `pst_${key}`, {});
  }

  @Post('p/:key/edit')
  edit(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.attaching.form(visit, async (sent, problem) => {
      const postId = `pst_${key}`;
      const fields: Fields = { ...sent, postId };
      const typed = editTyped(fields);
      if (!visit.page.member) return show(<SignInToSendView page={visit.page} draft={draftOf('edit', fields)} />); // the session has ended
      if (fields['act'] === 'preview') return this.sending.show(visit, postId, { typed, problem, preview: await this.previews.of(visit, typed.body, postId) });
      if (fields['act'] === 'mask') return this.sending.show(visit, postId, { typed: editTyped(await this.warning.masked(fields, await this.publicIn(visit, key))), problem, masked: true });
      return this.sending.send(visit, fields, problem);
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
}
