import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { WHILE_SUSPENDED } from '#platform/access';
import { Database } from '#platform/database';
import { again } from './again.js';
import type { GraphqlContext } from './context.js';
import { Idempotency } from './idempotency.js';
import { tellProblem } from './payload.type.js';
import { badArguments, notAllowed, Refused } from './refused.js';

/** Around every mutation: what a suspended member may not call is refused, one transaction, one effect per clientMutationId, and refusals turned into `problem`. */
@Injectable()
export class MutationInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    const { actor } = graphql.getContext<GraphqlContext>();
    const act = () => firstValueFrom(next.handle()) as Promise<object>;
    if (info.parentType.name !== 'Mutation') return from(this.query(graphql.getArgs<object>(), act));
    const { input } = graphql.getArgs<{ input?: { clientMutationId?: string | null } }>();
    const key = input?.clientMutationId ?? null;
    const barred = actor.suspendedUntil !== null && Reflect.getMetadata(WHILE_SUSPENDED, context.getHandler()) !== true;
    if (barred) return from(Promise.resolve({ problem: tellProblem(notAllowed('suspended').problem, actor.language), clientMutationId: key }));
    const once = () => (key === null || actor.id === null || !isKey(key) ? act() : this.idempotency.once(actor.id, key, [info.fieldName, input], act));
    return from(
      again(() => this.db.transaction(once))
        .then((payload) => ({ ...payload, clientMutationId: key }))
        .catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          return { problem: tellProblem(error.problem, actor.language), clientMutationId: key };
        }),
    );
  }

  /** A query has no payload to put a refusal into: it leaves as the caller's error. */
  private async query(args: object, act: () => Promise<object>): Promise<object> {
    if (holdsNul(args)) throw badArguments('no text holds NUL'); // PostgreSQL would refuse it as an error of ours
    return act();
  }
}

/** What can be no key reaches the input's class instead, which refuses it. */
function isKey(key: string): boolean {
  return /^[\w.:-]{1,100}$/.test(key);
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}
