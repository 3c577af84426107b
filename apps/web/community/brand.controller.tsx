import { Get, NotFoundException, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { BrandView } from './brand.view.js';
import { communityOperation, setCommunityOperation } from './community.operation.js';
import { LogoUpload } from './logo.upload.js';

/** What the company is called and looks like, for admins. Others are told that there is nothing here. */
@Pages()
export class BrandController {
  constructor(
    private readonly asking: Asking,
    private readonly logos: LogoUpload,
  ) {}

  @Get('admin/community')
  form(@Visiting() visit: Visit, @Query('done') done?: string): Promise<Reply> {
    return this.show(visit, null, null, done !== undefined);
  }

  @Post('admin/community')
  async set(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    const { fields, logo, refused } = await this.logos.read(visit);
    if (refused || fields['act'] === 'preview') return this.show(visit, fields, refused, false);
    const { name = '', claimDe = '', claimEn = '', brand = '', accent = '', timeZone = '', clientMutationId = null } = fields;
    const { done: { problem } } = await this.asking.ask(visit.actor, setCommunityOperation, {
      input: {
        name, claimDe, claimEn, brand: brand.trim(), accent: accent.trim(), timeZone: timeZone.trim() || null, basedOn: versionIn(fields),
        logo: logo ?? (fields['removeLogo'] ? '' : null), clientMutationId,
      },
    });
    return problem ? this.show(visit, fields, problem, false) : goTo(visit.page.href('/admin/community?done=1'));
  }

  private async show({ actor, page }: Visit, typed: Fields | null, problem: ProblemParts | null, done: boolean): Promise<Reply> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const { community } = await this.asking.ask(actor, communityOperation, {});
    return show(<BrandView page={page} community={community} typed={typed} problem={problem} done={done} ways={null} />, problem ? statusOf(problem) : 200);
  }
}

/** The version that a form was shown with; what is none asks for no comparison. */
export function versionIn({ basedOn = '' }: Fields): number | null {
  return /^[1-9]\d{0,8}$/.test(basedOn) ? Number(basedOn) : null;
}
