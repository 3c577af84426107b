import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Actor, type Language, type Role, type Scope } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database } from '#platform/database';
import { invalid, notAllowed, notFound } from '#platform/graphql';
import { HouseRules, RUNTIME, type Runtime } from '#platform/runtime';
import { BARS, type Bars } from '../session/bars.js';
import { Limits } from '../limits/limits.js';
import { PasswordService } from '../sign-in/password.service.js';
import { type AccessToken, type CreateTokenInput, TokenScope } from './token.type.js';

const MOST = 20; // a program each: more are forgotten ones
const FLUSH_MS = 60_000;
export const TOKEN = /^kdg_[\w-]{43}$/;

interface TokenRow extends Bars {
  tokenId: string;
  scopes: Scope[];
  id: string;
  name: string;
  role: Role;
  rank: number;
  language: Language;
  verified: boolean;
  rules: number;
}

/** Personal access tokens: how programs act for a member. Only hashes are kept. */
@Injectable()
export class TokenService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Tokens');
  private readonly used = new Map<string, Date>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly passwords: PasswordService,
    private readonly limits: Limits,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly houseRules: HouseRules,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** A new token; its secret is answered this once. The password is asked, so that a session left open makes none. */
  async create(actor: Actor, input: CreateTokenInput): Promise<{ id: string; secret: string }> {
    this.ownSession(actor);
    if (input.scopes.includes(TokenScope.admin) && !actor.isAdmin) throw notAllowed('admin-only');
    const compared = await this.passwords.confirm(actor, input.password);
    return this.db.transaction(async () => {
      await this.passwords.hold(actor, compared); // one after the other, or two would both be the twentieth
      await this.limits.take(actor, 'token');
      const { held } = (await this.db.one<{ held: number }>('select count(*)::int as held from access_token where member_id = $1 and expires_at > now()', [actor.memberId]))!;
      if (held >= MOST) throw invalid({ field: 'name', code: 'too-many', limit: MOST });
      const secret = `kdg_${randomBytes(32).toString('base64url')}`;
      const made = await this.db.one<{ id: string }>(
        `insert into access_token (token_hash, member_id, name, scopes, expires_at) values ($1, $2, $3, $4, now() + make_interval(days => $5)) returning id`,
        [hashOf(secret), actor.memberId, cleanLine(input.name), [...new Set(input.scopes)], input.days],
      );
      return { id: made!.id, secret };
    });
  }

  async revoke(actor: Actor, tokenId: string): Promise<void> {
    this.ownSession(actor);
    const gone = await this.db.query('delete from access_token where id::text = $1 and member_id = $2 returning id', [tokenId.replace(/^tok_/, ''), actor.memberId]);
    if (gone.length === 0) throw notFound();
  }

  list(memberKey: string): Promise<AccessToken[]> {
    return this.db.query<AccessToken>(
      `select 'tok_' || id as id, name, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
       from access_token where member_id = $1 order by created_at desc, id`,
      [memberKey],
    );
  }

  /** Whom a token acts as; null where it is none (any more). Without the admin scope an admin's program is a staff member's. */
  async actorOf(secret: string): Promise<Actor | null> {
    return (await this.actorsOf([secret])).get(secret) ?? null;
  }

  /** The same for many, by secret. */
  async actorsOf(secrets: readonly string[]): Promise<Map<string, Actor>> {
    const rows = await this.db.query<TokenRow & { at: number }>(
      `select asked.at::int as at, t.id as "tokenId", t.scopes, m.id, m.name, m.role, m.rank, m.language, m.rules_agreed as rules, ${BARS}, m.email_verified_at is not null as verified
       from unnest($1::bytea[]) with ordinality asked (hash, at) join access_token t on t.token_hash = asked.hash join member m on m.id = t.member_id where t.expires_at > now()`,
      [secrets.map(hashOf)],
    );
    return new Map(rows.map(({ at, ...row }) => [secrets[at - 1]!, this.actor(row)]));
  }

  private actor(row: TokenRow): Actor {
    this.used.set(row.tokenId, new Date());
    const role = row.role === 'admin' && !row.scopes.includes('admin') ? 'staff' : row.role;
    const mustVerify = this.runtime.settings.verifyAddresses && !row.verified; // a token gets nobody round it
    return Actor.member({ ...row, role, mustVerify, mustAgree: row.rules < this.houseRules.needed, scopes: row.scopes });
  }

  /** When each token was last used: noted in memory, written together. Reading writes nothing. */
  async flush(): Promise<void> {
    if (this.used.size === 0) return;
    const entries = [...this.used];
    this.used.clear();
    try {
      await this.db.query(
        `update access_token t set last_used_at = greatest(t.last_used_at, u.at) from unnest($1::uuid[], $2::timestamptz[]) as u (id, at) where t.id = u.id`,
        [entries.map(([id]) => id), entries.map(([, at]) => at)],
      );
    } catch (error) {
      this.log.warn(`When tokens were used in the last minute is not noted: ${(error as Error).message}`);
    }
  }

  private ownSession(actor: Actor): void {
    if (actor.scopes) throw notAllowed('session-needed');
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
