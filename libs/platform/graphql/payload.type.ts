import { Field, ObjectType } from '@nestjs/graphql';
import type { Language } from '#platform/access';
import { fieldMessage, privateName, problemMessage } from './problem.texts.js';
import { Problem } from './problem.type.js';
import type { ProblemData } from './refused.js';

/** What every mutation answers. Subclasses hold the keys of what changed; their field resolvers read the rows again. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => Problem, { nullable: true, description: 'Why nothing was done; null where it was.' })
  problem?: Problem | null;

  @Field(() => String, { nullable: true, description: 'The clientMutationId of the input, unchanged.' })
  clientMutationId?: string | null;
}

/** The refusal as GraphQL tells it. */
export function tellProblem(problem: ProblemData, language: Language): Problem & { kind: string } {
  const told = { kind: problem.kind, code: problem.kind, message: problemMessage(language, problem) };
  switch (problem.kind) {
    case 'InvalidInput':
      return { ...told, fields: problem.fields.map((fault) => ({ ...fault, near: fault.near ?? [], message: fieldMessage(language, fault) })) } as never;
    case 'NotAllowed':
      return { ...told, reason: problem.reason, needs: problem.needs } as never;
    case 'TooFast':
      return { ...told, retryAt: problem.retryAt } as never;
    case 'PrivateData':
      return { ...told, confirmation: problem.confirmation, foundCount: problem.foundCount, found: problem.found.map((found) => ({ ...found, name: privateName(language, found) })) } as never;
    case 'Conflict':
      return told;
  }
}
