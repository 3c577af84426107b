import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { GraphQLError } from 'graphql';
import type { Actor } from '#platform/access';
import { Operations } from '#platform/graphql';
import type { TadaDocumentNode } from './document.js';

/** The page's door to GraphQL: the whole answer, or an exception that the error page knows. */
@Injectable()
export class Asking {
  constructor(private readonly operations: Operations) {}

  async ask<Data, Variables>(actor: Actor, document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    const { data, errors } = await this.operations.run(actor, document, variables);
    if (errors.length > 0) throw thrownFor(errors[0]!);
    return data as Data;
  }
}

function thrownFor(error: GraphQLError): Error {
  switch (error.extensions['code']) {
    case 'NOT_FOUND':
    case 'BAD_USER_INPUT': // an address that somebody wrote by hand: a cursor of another list, a filter that is none
      return new NotFoundException(error.message);
    case 'UNAUTHENTICATED':
    case 'FORBIDDEN':
      return new ForbiddenException(error.message);
    default:
      return error.originalError ?? error;
  }
}
