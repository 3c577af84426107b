import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { versionIn } from '../community/brand.controller.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { createFieldOperation, fieldsOperation, removeFieldOperation, updateFieldOperation } from './fields.operation.js';
import { FieldsView } from './fields.view.js';

/** Which form was refused: the field's id, or 'new'. */
export interface RefusedField {
  form: string;
  typed: Fields;
  problem: ProblemParts;
}

/** What a category asks of people, for admins. Others are told that there is nothing here. */
@Pages()
export class FieldsController {
  constructor(private readonly asking: Asking) {}

  @Get('admin/categories/:id/fields')
  fields(@Visiting() visit: Visit, @Param('id') id: string): Promise<Reply> {
    return this.show(visit, id, null);
  }

  @Post('admin/categories/:id/fields')
  async create(@Visiting() visit: Visit, @Param('id') id: string): Promise<Reply> {
    const typed = this.typed(visit);
    const { made } = await this.asking.ask(visit.actor, createFieldOperation, { input: { categoryId: id, key: typed['key'] ?? '', ...inputIn(typed) } });
    return this.reply(visit, id, 'new', typed, made.problem);
  }

  @Post('admin/categories/:id/fields/:field')
  async change(@Visiting() visit: Visit, @Param('id') id: string, @Param('field') field: string): Promise<Reply> {
    const typed = this.typed(visit);
    const { made } =
      typed['act'] === 'remove'
        ? await this.asking.ask(visit.actor, removeFieldOperation, { input: { id: field, basedOn: versionIn(typed), clientMutationId: typed['clientMutationId'] ?? null } })
        : await this.asking.ask(visit.actor, updateFieldOperation, { input: { id: field, basedOn: versionIn(typed), ...inputIn(typed) } });
    return this.reply(visit, id, field, typed, made.problem);
  }

  private typed({ page, request }: Visit): Fields {
    if (!page.member?.isAdmin) throw new NotFoundException();
    return fieldsOf(request);
  }

  private reply(visit: Visit, id: string, form: string, typed: Fields, problem: ProblemParts | null): Promise<Reply> | Reply {
    return problem ? this.show(visit, id, { form, typed, problem }) : goTo(visit.page.href(`/admin/categories/${id}/fields`));
  }

  private async show({ actor, page }: Visit, id: string, refused: RefusedField | null): Promise<Reply> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const { categories } = await this.asking.ask(actor, fieldsOperation, {});
    const category = categories.find((each) => each.id === id);
    if (!category) throw new NotFoundException();
    return show(<FieldsView page={page} category={category} refused={refused} />, refused ? statusOf(refused.problem) : 200);
  }
}

function inputIn({ labelDe = '', labelEn = '', choices = '', required, position = '', clientMutationId }: Fields) {
  const lines = choices.split('\n').map((line) => line.trim()).filter(Boolean);
  return {
    labelDe, labelEn, clientMutationId: clientMutationId ?? null, required: required !== undefined, choices: lines.length > 0 ? lines : null,
    position: /^\d{1,4}$/.test(position.trim()) ? Number(position) : position.trim() === '' ? 0 : -1, // what is no number is refused beside its field
  };
}
