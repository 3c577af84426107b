import { Inject, Injectable } from '@nestjs/common';
import { Actor, type Credential } from '#platform/access';
import { RUNTIME, type Runtime } from '#platform/runtime';
import type { RequestWithActor } from './session.middleware.js';
import { SessionService } from './session.service.js';

const FRESH_MS = 1_000; // in a busy thread each of its events asks who everybody is

interface Known {
  actor: Actor | null;
  readAt: number;
}

/** Who those are that stay connected, asked again and again: a session ends, a role changes. One statement for all of them. */
@Injectable()
export class Credentials {
  private known = new Map<string, Known>();

  constructor(
    private readonly sessions: SessionService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** By what the request was let in. */
  of({ actor, sessionToken }: RequestWithActor): Credential {
    return actor.isMember && sessionToken !== null ? { kind: 'session', secret: sessionToken } : { kind: 'guest' };
  }

  /** Each one's actor by now; null where it opens nothing any more. */
  async actorsOf(credentials: Iterable<Credential>, freshMs = FRESH_MS): Promise<(credential: Credential) => Actor | null> {
    const now = Date.now();
    this.known = new Map([...this.known].filter(([, { readAt }]) => now - readAt < freshMs));
    const asked = new Set<string>();
    for (const credential of credentials) if (credential.kind !== 'guest' && !this.known.has(credential.secret)) asked.add(credential.secret);
    const found = asked.size === 0 ? new Map<string, Actor>() : await this.sessions.actorsOf([...asked]);
    const read = new Map(this.known);
    for (const secret of asked) read.set(secret, { actor: found.get(secret) ?? null, readAt: now });
    for (const [secret, known] of read) this.known.set(secret, known);
    const guest = Actor.guest(this.runtime.settings.language);
    return (credential) => (credential.kind === 'guest' ? guest : (read.get(credential.secret)?.actor ?? null));
  }
}
