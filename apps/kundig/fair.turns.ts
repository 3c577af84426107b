import { AsyncResource } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { readerOf, type RequestWithActor } from '#accounts';

export const AT_WORK = 5; // half of a process's connections to the database: a browser opens six, and waits for most of them elsewhere

interface Turns {
  working: number;
  waiting: (() => void)[];
}

/**
 * One reader's requests take turns: so many are worked at, the others wait for them. Without it, whoever sends hundreds at once stands
 * before everybody else at the database. What lasts by itself (streams, files, sockets) holds no turn.
 */
export function fairTurns(most = AT_WORK) {
  const all = new Map<string, Turns>();
  return (request: Request, response: Response, next: NextFunction): void => {
    if (lasts(request)) return next();
    const reader = readerOf((request as RequestWithActor).actor, request.ip ?? '');
    const turns = all.get(reader) ?? { working: 0, waiting: [] };
    all.set(reader, turns);
    let works = false;
    // bound: it may be called while another request ends, and must not run as a part of that
    const start = AsyncResource.bind(() => {
      works = true;
      turns.working += 1;
      next();
    });
    response.once('close', () => {
      if (!works) return void turns.waiting.splice(turns.waiting.indexOf(start), 1); // nobody waits for its answer any more
      turns.working -= 1;
      if (turns.waiting.length > 0) turns.waiting.shift()!();
      else if (turns.working === 0) all.delete(reader);
    });
    if (turns.working < most) start();
    else turns.waiting.push(start);
  };
}

// the forms that files come with: what they send may take minutes, and waits for a place of its own
const TAKES_FILES = /^\/(?:(?:de|en)\/)?(?:ask|t\/\d+\/answer|p\/\d+\/(?:comment|edit)|admin\/community)\/?$/i;

export function isMultipart(request: Request): boolean {
  return /^multipart\//i.test(request.get('content-type') ?? '');
}

/** As Node itself decided: the header alone may be sent with anything. */
function isSocket(request: Request): boolean {
  return (request as { upgrade?: boolean }).upgrade === true;
}

function lasts(request: Request): boolean {
  return /^\/(?:live|files)(?:\/|$)/i.test(request.path) || isSocket(request) || (request.method === 'POST' && TAKES_FILES.test(request.path) && isMultipart(request));
}
