import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { ACCESS, type AccessLevel, reaches } from '#platform/access';
import type { GraphqlContext } from './context.js';

/** Lets nobody into a root field whose @Access they do not reach; one without the mark is closed to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true; // pages and endpoints have doors of their own
    const level = this.reflector.get<AccessLevel | undefined>(ACCESS, context.getHandler());
    if (!level) throw new Error(`${context.getClass().name}.${context.getHandler().name} says nobody may use it: add @Access('everyone' | 'member' | ...).`);
    const { actor } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    // a token that only reads changes nothing, whatever its member may
    if (!actor.mayWrite && GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation') {
      throw new GraphQLError('This token may only read.', { extensions: { code: 'FORBIDDEN' } });
    }
    if (reaches(actor, level)) return true;
    throw actor.isMember
      ? new GraphQLError('This is not for you.', { extensions: { code: 'FORBIDDEN' } })
      : new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
}
