import { HttpException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { networkOf, type RequestWithActor } from '#accounts';

const MINUTE_MS = 60_000;
const FORM_COST = 20; // a form that nobody is signed in to writes nothing: it renders a preview, or looks for what is like it

/**
 * How much this process answers one guest (by network) or member a minute. Counted in memory, without a look anywhere:
 * it keeps one reader from slowing down the others, no more. What is written is limited exactly, in PostgreSQL.
 */
export function readLimit(most: number, clock: () => number = Date.now) {
  let ends = 0;
  let spent = new Map<string, number>();
  return (request: Request, response: Response, next: NextFunction): void => {
    const now = clock();
    if (now >= ends) {
      ends = now + MINUTE_MS;
      spent = new Map();
    }
    const { actor } = request as RequestWithActor;
    const who = actor.id ?? networkOf(request.ip ?? '');
    const isForm = request.method === 'POST' && !request.path.startsWith('/graphql') && (actor.id === null || isPreview(request));
    const total = (spent.get(who) ?? 0) + (isForm ? FORM_COST : 1);
    spent.set(who, total);
    if (total <= most) return next();
    response.set('Retry-After', String(Math.ceil((ends - now) / 1000)));
    next(new HttpException('Too many requests from here in a minute.', 429));
  };
}

function isPreview({ body }: Request): boolean {
  const act = (body as { act?: unknown } | undefined)?.act;
  return act === 'preview' || act === 'look';
}
