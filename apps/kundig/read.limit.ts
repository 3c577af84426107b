import { HttpException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { readerOf, type Reads, type RequestWithActor } from '#accounts';
import { isMultipart } from './fair.turns.js';

const FORM_COST = 20; // a form that nobody is signed in to writes nothing: it renders a preview, or looks for what is like it

/** Counts each request to whoever sends it, and refuses what is too much in a minute. */
export function readLimit(reads: Reads) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const { actor } = request as RequestWithActor;
    // a form with files says only when it is read whether it wants a preview
    const isForm = request.method === 'POST' && !request.path.startsWith('/graphql') && (actor.id === null || isPreview(request) || isMultipart(request));
    const wait = reads.spend(readerOf(actor, request.ip ?? ''), isForm ? FORM_COST : 1);
    if (wait === null) return next();
    response.set('Retry-After', String(wait));
    next(new HttpException('Too many requests from here in a minute.', 429));
  };
}

function isPreview({ body }: Request): boolean {
  const act = (body as { act?: unknown } | undefined)?.act;
  return act === 'preview' || act === 'look';
}
