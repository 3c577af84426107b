import { Get, NotFoundException, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { versionIn } from '../community/brand.controller.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { patternsOperation, setPatternsOperation } from './patterns.operation.js';
import { type PatternLine, PATTERNS_MOST, PatternsView, type TypedPatterns } from './patterns.view.js';

/** What the company's own numbers look like, for admins. Others are told that there is nothing here. */
@Pages()
export class PatternsController {
  constructor(private readonly asking: Asking) {}

  @Get('admin/private-data')
  async patterns(@Visiting() visit: Visit, @Query('done') done?: unknown): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    return this.show(visit, null, null, done !== undefined);
  }

  @Post('admin/private-data')
  async set(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    const fields = fieldsOf(visit.request);
    const patterns = linesIn(fields);
    const { setCompanyPatterns: { problem } } = await this.asking.ask(visit.actor, setPatternsOperation, { input: { patterns, basedOn: versionIn(fields), clientMutationId: fields['clientMutationId'] ?? null } });
    return problem ? this.show(visit, { patterns, basedOn: fields['basedOn'] ?? '' }, problem) : goTo(visit.page.href('/admin/private-data?done=1'));
  }

  private async show({ actor, page }: Visit, typed: TypedPatterns | null, problem: ProblemParts | null, done = false): Promise<Reply> {
    const { companyPatterns } = await this.asking.ask(actor, patternsOperation, {});
    return show(<PatternsView page={page} list={companyPatterns} typed={typed} problem={problem} done={done} />, problem ? statusOf(problem) : 200);
  }
}

/** A line that was emptied is removed. */
function linesIn(fields: Fields): PatternLine[] {
  return Array.from({ length: PATTERNS_MOST }, (_, at) => {
    const of = (name: string) => fields[`patterns.${at}.${name}`] ?? '';
    return { nameDe: of('nameDe'), nameEn: of('nameEn'), pattern: of('pattern'), example: of('example') };
  }).filter((line) => Object.values(line).some((text) => text.trim() !== ''));
}
