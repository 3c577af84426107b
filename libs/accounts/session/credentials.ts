import { Inject, Injectable } from '@nestjs/common';
import { Actor, type Credential } from '#platform/access';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { TokenService } from '../token/token.service.js';
import { bearerOf, type RequestWithActor } from './session.middleware.js';
import { SessionService } from './session.service.js';

const FRESH_MS = 1_000; // in a busy thread each of its events asks who everybody is

interface Known {
  actor: Actor | null;
  readAt: number;
}

/** Who those are that stay connected, asked again and again: a session ends, a role changes. A statement for all sessions, one for all tokens. */
@Injectable()
export class Credentials {
  private known = new Map<string, Known>();

  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: TokenService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** By what the request was let in. */
  of(request: RequestWithActor): Credential {
    const { actor, sessionToken } = request;
    if (!actor.isMember) return { kind: 'guest' };
    return sessionToken === null ? { kind: 'token', secret: bearerOf(request)! } : { kind: 'session', secret: sessionToken };
  }

  /** Each one's actor by now; null where it opens nothing any more. */
  async actorsOf(credentials: Iterable<Credential>, freshMs = FRESH_MS): Promise<(credential: Credential) => Actor | null> {
    const now = Date.now();
    this.known = new Map([...this.known].filter(([, { readAt }]) => now - readAt < freshMs));
    const asked = { session: new Set<string>(), token: new Set<string>() };
    for (const credential of credentials) if (credential.kind !== 'guest' && !this.known.has(credential.secret)) asked[credential.kind].add(credential.secret);
    const found = new Map([
      ...(asked.session.size > 0 ? await this.sessions.actorsOf([...asked.session]) : []),
      ...(asked.token.size > 0 ? await this.tokens.actorsOf([...asked.token]) : []),
    ]);
    const read = new Map(this.known);
    for (const secret of [...asked.session, ...asked.token]) read.set(secret, { actor: found.get(secret) ?? null, readAt: now });
    for (const [secret, known] of read) this.known.set(secret, known); // what others read meanwhile stays
    const guest = Actor.guest(this.runtime.settings.language);
    return (credential) => (credential.kind === 'guest' ? guest : (read.get(credential.secret)?.actor ?? null));
  }
}
