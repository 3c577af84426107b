import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply } from '../page/reply.js';
import { type RequestWithVisit, type Visit, Visiting } from '../page/visit.js';
import { actRefused } from '../thread/composing.js';
import { ThreadPage } from '../thread/thread.page.js';
import { openedOperation, solvedOperation } from './deflection.operation.js';
import { askedIn } from './opened.js';

/** "This solved my problem": a form for everybody, guests too. */
@Pages()
export class SolvedController {
  constructor(
    private readonly asking: Asking,
    private readonly threads: ThreadPage,
  ) {}

  @Post('t/:key/solved')
  async solved(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { asked: sent, clientMutationId } = fieldsOf(visit.request);
    const [threadId, asked] = [`thr_${key}`, askedIn(sent)];
    const { said } = await this.asking.ask(visit.actor, solvedOperation, { input: { threadId, asked, clientMutationId: clientMutationId ?? null } });
    if (said.problem) return this.threads.show(visit, threadId, { query: { asked }, composing: actRefused(said.problem), status: statusOf(said.problem) });
    return goTo(visit.page.href(`${said.thread?.path ?? '/'}?solved=1#solved`));
  }
}

/** What a browser tells as somebody leaves what they had opened (elements/asked-here.ts). It waits for no answer, and whatever is refused is not counted, and that is all. */
@Controller()
export class OpenedController {
  constructor(private readonly asking: Asking) {}

  @Post('t/:key/opened')
  @HttpCode(204)
  thread(@Param('key') key: string, @Req() request: RequestWithVisit): Promise<void> {
    return this.tell(request, { threadId: `thr_${key}` });
  }

  @Post('kb/:key/opened')
  @HttpCode(204)
  entry(@Param('key') key: string, @Req() request: RequestWithVisit): Promise<void> {
    return this.tell(request, { entryId: `kno_${key}` });
  }

  private async tell(request: RequestWithVisit, opened: { threadId: string } | { entryId: string }): Promise<void> {
    await this.asking.ask(request.actor, openedOperation, { input: { ...opened, asked: askedIn(fieldsOf(request)['asked']) } });
  }
}
