import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Actor } from '#platform/access';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { readSessionCookie } from './session.cookie.js';
import { networkOf } from '../sign-in/attempts.js';
import { TOKEN, TokenService } from '../token/token.service.js';
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
    private readonly tokens: TokenService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const { settings } = this.runtime;
    const target = request as RequestWithActor;
    const bearer = bearerOf(request);
    if (bearer !== null) return this.useToken(bearer, target, response, next);
    target.sessionToken = readSessionCookie(request.headers.cookie, settings.secureCookies);
    target.actor = Actor.guest(settings.language).from(networkOf(request.ip ?? ''));
    if (!target.sessionToken) return next();
    this.sessions.actorOf(target.sessionToken).then(
      (actor) => {
        target.actor = actor?.from(target.actor.network!) ?? target.actor;
        next();
      },
      (error: unknown) => next(error),
    );
  }

  /** Whoever comes with a token comes with it alone: a wrong one never falls back to a cookie. */
  private useToken(token: string, target: RequestWithActor, response: Response, next: NextFunction): void {
    target.sessionToken = null;
    target.actor = Actor.guest(this.runtime.settings.language).from(networkOf(target.ip ?? ''));
    (TOKEN.test(token) ? this.tokens.actorOf(token) : Promise.resolve(null)).then(
      (actor) => {
        if (!actor) return void response.status(401).set('WWW-Authenticate', 'Bearer').json({ problem: { code: 'WrongToken', message: 'This token opens nothing (any more).' } });
        // GraphQL tells reading from writing itself; elsewhere the method says it
        if (!actor.mayWrite && !['GET', 'HEAD', 'OPTIONS'].includes(target.method) && target.path !== '/graphql') {
          return void response.status(403).json({ problem: { code: 'ReadOnlyToken', message: 'This token may only read.' } });
        }
        target.actor = actor.from(target.actor.network!);
        next();
      },
      (error: unknown) => next(error),
    );
  }
}

/** The token of an Authorization header of ours; other schemes are a proxy's business. */
export function bearerOf(request: Request): string | null {
  return /^Bearer +(\S*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
