import { Get } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { frontOperation } from './front.operation.js';
import { dismissedOperation, stepsOperation } from '../steps/steps.operation.js';
import { FrontView } from './front.view.js';

@Pages()
export class FrontController {
  constructor(private readonly asking: Asking) {}

  @Get()
  async front(@Visiting() { actor, page }: Visit): Promise<Reply> {
    const hasSteps = page.member?.isAdmin && !(await this.asking.ask(actor, dismissedOperation, {})).firstSteps.isDismissed;
    const [front, steps] = await Promise.all([this.asking.ask(actor, frontOperation, {}), hasSteps ? this.asking.ask(actor, stepsOperation, {}) : null]);
    return show(<FrontView page={page} front={front} steps={steps} />);
  }
}
