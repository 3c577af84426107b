import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { versionIn } from '../community/brand.controller.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { adminOperation, createCategoryOperation, createTagOperation, updateCategoryOperation } from './admin.operation.js';
import { AdminView } from './admin.view.js';

/** Which form was refused, and what was typed into it. */
export interface RefusedForm {
  /** 'category', 'tag', or the id of the category that was to be changed. */
  form: string;
  fields: Fields;
  problem: ProblemParts;
}

/** Topics and tags, for admins. Others are told that there is nothing here. */
@Pages()
export class AdminController {
  constructor(private readonly asking: Asking) {}

  @Get('admin')
  admin(@Visiting() visit: Visit, @Query('done') done?: string): Promise<Reply> {
    return this.show(visit, null, done !== undefined);
  }

  @Post('admin/categories')
  async createCategory(@Visiting() visit: Visit): Promise<Reply> {
    const fields = this.fieldsFor(visit);
    const { name = '', slug, description, parentId, position, clientMutationId = null } = fields;
    const { createCategory: { problem } } = await this.asking.ask(visit.actor, createCategoryOperation, {
      input: { name, slug: slug || null, description: description ?? null, parentId: parentId || null, position: placeIn(position), clientMutationId },
    });
    return this.reply(visit, 'category', fields, problem);
  }

  @Post('admin/categories/:id')
  async updateCategory(@Visiting() visit: Visit, @Param('id') id: string): Promise<Reply> {
    const fields = this.fieldsFor(visit);
    const { name = '', description = '', position, clientMutationId = null } = fields;
    const { updateCategory: { problem } } = await this.asking.ask(visit.actor, updateCategoryOperation, {
      input: { id, basedOn: versionIn(fields), name, description, position: placeIn(position), clientMutationId },
    });
    return this.reply(visit, id, fields, problem);
  }

  @Post('admin/tags')
  async createTag(@Visiting() visit: Visit): Promise<Reply> {
    const fields = this.fieldsFor(visit);
    const { createTag: { problem } } = await this.asking.ask(visit.actor, createTagOperation, { input: { name: fields['name'] ?? '', clientMutationId: fields['clientMutationId'] ?? null } });
    return this.reply(visit, 'tag', fields, problem);
  }

  private fieldsFor({ page, request }: Visit): Fields {
    if (!page.member?.isAdmin) throw new NotFoundException();
    return fieldsOf(request);
  }

  private reply(visit: Visit, form: string, fields: Fields, problem: ProblemParts | null): Promise<Reply> | Reply {
    return problem ? this.show(visit, { form, fields, problem }, false) : goTo(visit.page.href('/admin?done=1'));
  }

  private async show({ actor, page }: Visit, refused: RefusedForm | null, done: boolean): Promise<Reply> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const state = await this.asking.ask(actor, adminOperation, {});
    return show(<AdminView page={page} state={state} refused={refused} done={done} />, refused ? statusOf(refused.problem) : 200);
  }
}

/** What is no whole number goes in as one that the input's own check refuses, so that its sentence stands beside the field. */
function placeIn(typed: string | undefined): number | null {
  if (typed === undefined || typed.trim() === '') return null;
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : -1;
}
