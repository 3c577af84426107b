import { Get, Post, Query } from '@nestjs/common';
import { DraftSaving } from '../drafts/draft.saving.js';
import { Attaching } from '../files/attaching.js';
import { statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { Previewing } from '../parts/previewing.js';
import { PrivateDataWarning } from '../private-data/private-data.warning.js';
import { draftOf } from '../sign-in/sent.form.js';
import { SignInToSendView } from '../sign-in/sign-in-to-send.view.js';
import { UnsentCheck } from '../sign-in/unsent.check.js';
import { AskPage } from './ask.page.js';
import { AskSending } from './ask.sending.js';
import { type AskTyped, askTyped, draftFieldsOf } from './ask.typed.js';

@Pages()
export class AskController {
  constructor(
    private readonly form: AskPage,
    private readonly sending: AskSending,
    private readonly drafts: DraftSaving,
    private readonly attaching: Attaching,
    private readonly previews: Previewing,
    private readonly warning: PrivateDataWarning,
    private readonly unsent: UnsentCheck,
  ) {}

  /** `title`: what somebody searched for and did not find; `kind`: what they are led here to open; `notice`: what is over and still broken for them; `after`: what they had opened, and it did not help. Without them one goes on with one's draft. */
  @Get('ask')
  ask(@Visiting() visit: Visit, @Query('title') title: string | string[] = '', @Query('kind') kind: string | string[] = '', @Query('notice') notice?: unknown, @Query('after') after?: unknown, @Query('saved') saved?: unknown): Promise<Reply> {
    return this.form.show(visit, { typed: askTyped({ title: [title].flat()[0] ?? '', kind: [kind].flat()[0] ?? '', after: typeof after === 'string' ? after : '' }), withSuggestions: true, draft: (title.length === 0 || after !== undefined) && kind.length === 0 && notice === undefined ? 'taken' : 'apart', notice: keyIn(notice), saved: saved !== undefined });
  }

  /** Posted, though it changes nothing: what is not sent yet belongs into no address, which proxies and histories keep. */
  @Post('ask/suggestions')
  suggestions(@Visiting() visit: Visit): Promise<Reply> {
    const { text = '', title = '' } = fieldsOf(visit.request);
    return this.form.suggestions(visit, text, title);
  }

  @Post('ask')
  send(@Visiting() visit: Visit): Promise<Reply> {
    return this.attaching.form(visit, async (fields, problem) => {
      const typed = askTyped(fields);
      switch (fields['act']) {
        case 'look':
          return this.form.show(visit, { typed, problem, withSuggestions: true });
        case 'preview':
          return this.form.show(visit, { typed, problem, preview: await this.previews.of(visit, typed.body) });
        case 'mask':
          return this.form.show(visit, { typed: askTyped(await this.warning.masked(fields)), problem, masked: true });
        case 'fields':
          return this.form.show(visit, { typed, problem });
        case 'save':
          return problem ? this.form.show(visit, { typed, problem, status: statusOf(problem) }) : this.save(visit, typed);
      }
      if (!problem && (await this.form.isToldAlready(visit, fields))) {
        const told = await this.unsent.problem(visit, fields, this.sending.toSave(fields)); // what it would be refused for next is said along with it
        return this.form.show(visit, { typed, unsent: true, problem: told, ...(told ? { status: statusOf(told) } : {}) });
      }
      if (visit.page.member) return this.sending.send(visit, fields, problem);
      const fitting = await this.form.fitting(visit, fields);
      if (fitting.lacks) return this.form.show(visit, { typed, asked: true });
      const told = await this.unsent.problem(visit, fitting.fields, this.sending.toSave(fitting.fields));
      return told ? this.form.show(visit, { typed, problem: told, status: statusOf(told) }) : show(<SignInToSendView page={visit.page} draft={draftOf('ask', fitting.fields)} />);
    });
  }

  private async save(visit: Visit, typed: AskTyped): Promise<Reply> {
    if (!visit.page.member) return this.form.show(visit, { typed });
    const problem = await this.drafts.save(visit, 'ask', draftFieldsOf(typed));
    return problem ? this.form.show(visit, { typed, problem, status: statusOf(problem) }) : goTo(visit.page.href('/ask?saved=1'));
  }
}

function keyIn(text: unknown): string | null {
  return typeof text === 'string' && /^\d{1,18}$/.test(text) ? text : null;
}
