import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Refused, tellProblem } from '#platform/graphql';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { show } from '../page/reply.js';
import { send } from '../page/send.js';
import type { RequestWithVisit } from '../page/visit.js';
import { Visits } from '../page/visits.js';
import { nextAddress } from './next.address.js';
import { draftIn } from './sent.form.js';
import { SignInToSendView } from './sign-in-to-send.view.js';
import { SignUpView } from './sign-in.view.js';

/** A sign-up that was refused, by the check of its input or by the service: the form again, with what was typed. */
@Catch(Refused)
export class SignUpRefusedFilter implements ExceptionFilter<Refused> {
  constructor(private readonly visits: Visits) {}

  catch({ problem: refusal }: Refused, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const visit = this.visits.of(http.getRequest<RequestWithVisit>());
    const { page, request } = visit;
    const fields = fieldsOf(request);
    const { kind, ...told } = tellProblem(refusal, page.language);
    const problem = { __typename: kind, ...told } as ProblemParts;
    const isKnown = refusal.kind === 'InvalidInput' && refusal.fields.some(({ field, code }) => field === 'email' && code === 'taken');
    const state = { name: fields['name'] ?? '', email: fields['email'] ?? '', agrees: fields['rules'] === String(page.rules), problem, isKnown };
    const draft = draftIn(fields);
    const view = draft ? <SignInToSendView page={page} draft={draft} signUp={state} /> : <SignUpView page={page} next={nextAddress(fields['next'])} state={state} />;
    const response = http.getResponse<Response>();
    response.send(send(show(view, statusOf(problem)), visit, response));
  }
}
