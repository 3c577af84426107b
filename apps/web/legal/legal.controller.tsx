import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { nextAddress } from '../sign-in/next.address.js';
import { agreeToRulesOperation, legalPageOperation } from './legal.operation.js';
import type { LegalName } from './legal.pages.js';
import { LegalView } from './legal.view.js';

/** What a company owes its visitors, each version of it. */
@Pages()
export class LegalController {
  constructor(private readonly asking: Asking) {}

  @Get('imprint')
  imprint(@Visiting() visit: Visit): Promise<Reply> {
    return this.show(visit, 'imprint', null);
  }

  @Get('privacy')
  privacy(@Visiting() visit: Visit): Promise<Reply> {
    return this.show(visit, 'privacy', null);
  }

  @Get('rules')
  rules(@Visiting() visit: Visit): Promise<Reply> {
    return this.show(visit, 'rules', null);
  }

  @Get('imprint/:version')
  imprintOnce(@Visiting() visit: Visit, @Param('version') version: string): Promise<Reply> {
    return this.show(visit, 'imprint', version);
  }

  @Get('privacy/:version')
  privacyOnce(@Visiting() visit: Visit, @Param('version') version: string): Promise<Reply> {
    return this.show(visit, 'privacy', version);
  }

  @Get('rules/:version')
  rulesOnce(@Visiting() visit: Visit, @Param('version') version: string): Promise<Reply> {
    return this.show(visit, 'rules', version);
  }

  @Post('rules/agree')
  async agree(@Visiting() { actor, page, request }: Visit): Promise<Reply> {
    const fields = fieldsOf(request);
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/rules'))}`));
    const number = /^\d{1,6}$/.test(fields['number'] ?? '') ? Number(fields['number']) : 0;
    const { done } = number > 0 ? await this.asking.ask(actor, agreeToRulesOperation, { input: { number } }) : { done: { problem: true } };
    return goTo(done.problem ? page.href('/rules') : nextAddress(fields['next']) || page.href('/rules')); // others are in force by now: they are to be read first
  }

  private async show(visit: Visit, name: LegalName, version: string | null): Promise<Reply> {
    if (version !== null && !/^[1-9]\d{0,5}$/.test(version)) throw new NotFoundException();
    const { legalPage } = await this.asking.ask(visit.actor, legalPageOperation, { page: name, number: version === null ? null : Number(version) });
    if (version !== null && !legalPage) throw new NotFoundException();
    if (version !== null && legalPage?.isCurrent) return goTo(visit.page.href(`/${name}`)); // not for good: it will be an earlier one some day
    return show(<LegalView page={visit.page} name={name} version={legalPage} />);
  }
}
