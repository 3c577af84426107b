import { Get } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { leadTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { Visits } from '../page/visits.js';
import { frontOperation } from './front.operation.js';
import { dismissedOperation, stepsOperation } from '../steps/steps.operation.js';
import { FrontView } from './front.view.js';

@Pages()
export class FrontController {
  constructor(
    private readonly asking: Asking,
    private readonly visits: Visits,
  ) {}

  @Get()
  async front(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page } = visit;
    const language = this.visits.ratherIn(visit);
    if (language) return leadTo(page.hrefIn(language, page.path));
    const hasSteps = page.member?.isAdmin && !(await this.asking.ask(actor, dismissedOperation, {})).firstSteps.isDismissed;
    const [front, steps] = await Promise.all([this.asking.ask(actor, frontOperation, {}), hasSteps ? this.asking.ask(actor, stepsOperation, {}) : null]);
    return show(<FrontView page={page} front={front} steps={steps} />);
  }
}
