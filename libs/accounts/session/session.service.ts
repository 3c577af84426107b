import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { Actor, type Language, type Role, type Theme } from '#platform/access';
import { Database } from '#platform/database';
import { notAllowed, notFound } from '#platform/graphql';
import { HouseRules, RUNTIME, type Runtime } from '#platform/runtime';
import { networkOf } from '../sign-in/attempts.js';
import { BARS, type Bars } from './bars.js';
import { SESSION_DAYS } from './session.cookie.js';
import type { Session } from './session.type.js';

interface ActorRow extends Bars {
  id: string;
  name: string;
  role: Role;
  rank: number;
  language: Language;
  theme: Theme;
  /** The number of the house rules that they agreed to. */
  rules: number;
  /** Whether the address was shown to be theirs. */
  verified: boolean;
  /** Absent where a job acts. */
  sessionId?: string;
}

/** Sessions live in PostgreSQL under the hash of an opaque token: read anywhere, ended at once, worth nothing when stolen from the table. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly houseRules: HouseRules,
  ) {}

  /**
   * Opens a session and answers its token. A session that the browser came with is ended: signing in always changes the token.
   * `compared`: what their password was found to fit, where they came by it. One that was changed meanwhile opens nothing: the change would not have ended this session.
   */
  async open(memberId: string, from: { userAgent: string; ip: string }, previous: string | null, compared: string | null = null): Promise<string> {
    if (previous) await this.end(previous);
    const token = randomBytes(32).toString('base64url');
    const opened = await this.db.query(
      `insert into session (token_hash, member_id, user_agent, network, expires_at)
       select $1::bytea, id, $3::text, $4::text, now() + make_interval(days => $5) from member where id = $2 and ($6::text is null or password_hash = $6) for share returning id`,
      [hashOf(token), memberId, from.userAgent.slice(0, 300), networkOf(from.ip), SESSION_DAYS, compared],
    );
    if (opened.length === 0) throw new UnauthorizedException();
    return token;
  }

  async actorOf(token: string): Promise<Actor | null> {
    const [row] = await this.db.prepared<ActorRow>(
      `select m.id, m.name, m.role, m.rank, m.language, m.theme, m.rules_agreed as rules, ${BARS}, m.email_verified_at is not null as verified, s.id as "sessionId" from session s join member m on m.id = s.member_id
       where s.token_hash = $1 and s.expires_at > now()`,
      [hashOf(token)],
    );
    return row ? this.actor(row) : null;
  }

  /** The same for many, by token. */
  async actorsOf(tokens: readonly string[]): Promise<Map<string, Actor>> {
    const rows = await this.db.query<ActorRow & { at: number }>(
      `select asked.at::int as at, m.id, m.name, m.role, m.rank, m.language, m.theme, m.rules_agreed as rules, ${BARS}, m.email_verified_at is not null as verified
       from unnest($1::bytea[]) with ordinality asked (hash, at) join session s on s.token_hash = asked.hash join member m on m.id = s.member_id where s.expires_at > now()`,
      [tokens.map(hashOf)],
    );
    return new Map(rows.map(({ at, ...row }) => [tokens[at - 1]!, this.actor(row)]));
  }

  /** The member as whom jobs act for them. */
  async actorOfMember(memberId: string): Promise<Actor | null> {
    const row = await this.db.one<ActorRow>(`select m.id, m.name, m.role, m.rank, m.language, m.theme, m.rules_agreed as rules, ${BARS}, m.email_verified_at is not null as verified from member m where m.id = $1`, [memberId]);
    return row ? this.actor(row) : null;
  }

  private actor({ verified, rules, ...row }: ActorRow): Actor {
    return Actor.member({ ...row, mustVerify: this.runtime.settings.verifyAddresses && !verified, mustAgree: rules < this.houseRules.needed });
  }

  async list(actor: Actor): Promise<Session[]> {
    return this.db.query<Session>(
      `select 'ses_' || id as id, user_agent as "userAgent", network, created_at as "createdAt", expires_at as "expiresAt", id::text is not distinct from $2 as current
       from session where member_id = $1 and expires_at > now() order by created_at desc, id limit 100`,
      [actor.memberId, actor.sessionId],
    );
  }

  async revoke(actor: Actor, sessionId: string): Promise<void> {
    if (actor.scopes) throw notAllowed('session-needed');
    const gone = await this.db.query('delete from session where id::text = $1 and member_id = $2 returning id', [sessionId.replace(/^ses_/, ''), actor.memberId]);
    if (gone.length === 0) throw notFound();
  }

  async end(token: string): Promise<void> {
    await this.db.query('delete from session where token_hash = $1', [hashOf(token)]);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
