import { Get, NotFoundException, Post, Query } from '@nestjs/common';
import { createCategoryOperation } from '../admin/admin.operation.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { setMemberRoleOperation } from '../member/member.operation.js';
import { givenRole } from '../member/role-form.view.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { dismissOperation, memberByEmailOperation, stepsOperation } from './steps.operation.js';
import { CATEGORIES, type RefusedStep, StepsView } from './steps.view.js';

const DONE = ['categories', 'staff'] as const;
export type Done = (typeof DONE)[number];

/** What an admin of a fresh community does first. Others are told that there is nothing here. */
@Pages()
export class StepsController {
  constructor(private readonly asking: Asking) {}

  @Get('admin/start')
  steps(@Visiting() visit: Visit, @Query('done') done?: string): Promise<Reply> {
    return this.show(visit, null, DONE.find((known) => known === done) ?? null);
  }

  /** Each name is a topic of its own: those made before one that is refused are there, and leave the form. */
  @Post('admin/start/categories')
  async categories(@Visiting() visit: Visit): Promise<Reply> {
    const fields = this.fieldsFor(visit);
    const typed = { ...fields };
    const named = Array.from({ length: CATEGORIES }, (_, at) => at + 1).filter((place) => (fields[`name${place}`] ?? '').trim() !== '');
    for (const place of named.length > 0 ? named : [1]) { // where none is named, the first says that it lacks a name
      const name = fields[`name${place}`] ?? '';
      const id = fields['clientMutationId'];
      const { createCategory: { problem } } = await this.asking.ask(visit.actor, createCategoryOperation, { input: { name, position: place, clientMutationId: id ? `${id.slice(0, 90)}:${place}` : null } });
      if (problem) return this.show(visit, { step: 'categories', typed, problem: atField(problem, `name${place}`) }, null);
      typed[`name${place}`] = '';
    }
    return goTo(visit.page.href('/admin/start?done=categories'));
  }

  @Post('admin/start/staff')
  async staff(@Visiting() visit: Visit): Promise<Reply> {
    const fields = this.fieldsFor(visit);
    const role = givenRole(fields['role']);
    const email = (fields['email'] ?? '').trim();
    const { memberByEmail: member } = await this.asking.ask(visit.actor, memberByEmailOperation, { email: email.replaceAll('\0', '').toWellFormed() });
    if (!role || !member) return this.show(visit, { step: 'staff', typed: fields, problem: null, nobody: email }, null);
    const { setMemberRole: { problem } } = await this.asking.ask(visit.actor, setMemberRoleOperation, { input: { memberId: member.id, role, clientMutationId: fields['clientMutationId'] ?? null } });
    return problem ? this.show(visit, { step: 'staff', typed: fields, problem }, null) : goTo(visit.page.href('/admin/start?done=staff'));
  }

  @Post('admin/start/dismiss')
  async dismiss(@Visiting() visit: Visit): Promise<Reply> {
    const { clientMutationId = null } = this.fieldsFor(visit);
    await this.asking.ask(visit.actor, dismissOperation, { input: { clientMutationId } });
    return goTo(visit.page.href('/admin'));
  }

  private fieldsFor({ page, request }: Visit): Fields {
    if (!page.member?.isAdmin) throw new NotFoundException();
    return fieldsOf(request);
  }

  private async show({ actor, page }: Visit, refused: RefusedStep | null, done: Done | null): Promise<Reply> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const state = await this.asking.ask(actor, stepsOperation, {});
    return show(<StepsView page={page} state={state} refused={refused} done={done} />, refused ? (refused.problem ? statusOf(refused.problem) : 422) : 200);
  }
}

/** What the API says of `name` is said at the field that held it. */
function atField(problem: ProblemParts, field: string): ProblemParts {
  return problem.__typename === 'InvalidInput' ? { ...problem, fields: problem.fields.map((fault) => ({ ...fault, field })) } : problem;
}
