import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Actor } from '#platform/access';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { readSessionCookie } from './session.cookie.js';
import { SessionService } from './session.service.js';

export interface RequestWithActor extends Request {
  actor: Actor;
  /** The session token the browser came with, whether it still opens anything or not. */
  sessionToken: string | null;
}

/** Says who each request acts as: the member of its session, else a guest. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(
    private readonly sessions: SessionService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  use(request: Request, _response: Response, next: NextFunction): void {
    const { settings } = this.runtime;
    const target = request as RequestWithActor;
    target.sessionToken = readSessionCookie(request.headers.cookie, settings.secureCookies);
    target.actor = Actor.guest(settings.language);
    if (!target.sessionToken) return next();
    this.sessions.actorOf(target.sessionToken).then(
      (actor) => {
        target.actor = actor ?? target.actor;
        next();
      },
      (error: unknown) => next(error),
    );
  }
}
