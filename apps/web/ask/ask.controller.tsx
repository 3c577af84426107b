import { Get, Post, Query } from '@nestjs/common';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { previewOf } from '../parts/preview.text.js';
import { draftOf } from '../sign-in/sent.form.js';
import { SignInToSendView } from '../sign-in/sign-in-to-send.view.js';
import { AskPage } from './ask.page.js';
import { AskSending } from './ask.sending.js';
import { askTyped } from './ask.typed.js';

@Pages()
export class AskController {
  constructor(
    private readonly form: AskPage,
    private readonly sending: AskSending,
  ) {}

  /** `title`: what somebody searched for and did not find; `kind`: what they are led here to open. */
  @Get('ask')
  ask(@Visiting() visit: Visit, @Query('title') title: string | string[] = '', @Query('kind') kind: string | string[] = ''): Promise<Reply> {
    return this.form.show(visit, { typed: askTyped({ title: [title].flat()[0] ?? '', kind: [kind].flat()[0] ?? '' }), withSuggestions: true });
  }

  @Post('ask')
  async send(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    const typed = askTyped(fields);
    switch (fields['act']) {
      case 'look':
        return this.form.show(visit, { typed, withSuggestions: true });
      case 'preview':
        return this.form.show(visit, { typed, preview: previewOf(typed.body) });
    }
    if (!visit.page.member) return show(<SignInToSendView page={visit.page} draft={draftOf('ask', fields)} />);
    return this.sending.send(visit, fields);
  }
}
