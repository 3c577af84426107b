import { Get, NotFoundException, Param } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { memberOperation } from './member.operation.js';
import { MemberView } from './member.view.js';

@Pages()
export class MemberController {
  constructor(private readonly asking: Asking) {}

  @Get('m/:key')
  async member(@Visiting() { actor, page }: Visit, @Param('key') key: string): Promise<Reply> {
    const { member } = await this.asking.ask(actor, memberOperation, { id: `mem_${key}` });
    if (!member) throw new NotFoundException();
    return show(<MemberView page={page} member={member} />);
  }
}
