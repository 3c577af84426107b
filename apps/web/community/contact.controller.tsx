import { Get } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { contactOperation } from './community.operation.js';
import { ContactView } from './contact.view.js';

/** "Still have questions?": first the community, then every way to the company. */
@Pages()
export class ContactController {
  constructor(private readonly asking: Asking) {}

  @Get('contact')
  async contact(@Visiting() { actor, page }: Visit): Promise<Reply> {
    return show(<ContactView page={page} community={(await this.asking.ask(actor, contactOperation, {})).community} />);
  }
}
