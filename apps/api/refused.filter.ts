import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { RequestWithActor } from '#accounts';
import { Refused, tellProblem } from '#platform/graphql';

const STATUS = { InvalidInput: 422, NotAllowed: 403, Conflict: 409, TooFast: 429, PrivateData: 422 };

/** A refusal outside GraphQL: the same problem, with the status that says its kind. */
@Catch(Refused)
export class RefusedFilter implements ExceptionFilter<Refused> {
  catch({ problem }: Refused, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { actor } = http.getRequest<RequestWithActor>();
    const response = http.getResponse<Response>();
    if (problem.kind === 'TooFast') response.set('Retry-After', String(Math.max(1, Math.ceil((problem.retryAt.getTime() - Date.now()) / 1000))));
    const { kind: _, ...told } = tellProblem(problem, actor.language);
    response.status(STATUS[problem.kind]).json({ problem: told });
  }
}
