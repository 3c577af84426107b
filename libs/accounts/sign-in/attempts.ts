import { isIPv6 } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { type IRateLimiterRes, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { tooFast } from '#platform/graphql';
import { RUNTIME, type Runtime } from '#platform/runtime';

const HOUR = 3600;
// Mastodon's and Discourse's numbers: no person types faster, and a guesser gets nowhere
const LIMITS = {
  addressMinute: { points: 6, duration: 60 },
  addressHour: { points: 30, duration: HOUR },
  accountHour: { points: 25, duration: HOUR },
  signUpHour: { points: 10, duration: HOUR },
  mailHour: { points: 10, duration: HOUR }, // links that are mailed: from one network
  mailAccountHour: { points: 5, duration: HOUR }, // and for one account or address: nobody's mailbox is filled by a stranger
  confirmHour: { points: 10, duration: HOUR }, // somebody at a session that was left open guesses, too
  invitationDay: { points: 50, duration: 24 * HOUR }, // a whole team in one sitting; and no admin's stolen session writes to half the world
  changeHour: { points: 10, duration: HOUR }, // passwords changed: each is told by a mail
  illegalHour: { points: 5, duration: HOUR }, // each is read by a person; whoever has more to report has an account or a lawyer
  guestWordHour: { points: 60, duration: HOUR }, // what guests say with one click: an office or a mobile network is many persons, a program is stopped within a minute
};

const CONNECTIONS = 2; // each attempt is one short statement
const PATIENCE_MS = 5_000;

/**
 * Counts attempts in PostgreSQL, exactly, whatever the number of processes; a refusal says when to come again.
 * On connections of its own: what a refusal rolls back still counts, and a mutation that counts holds a connection already.
 * Out of the same pool, as many mutations as it has connections would each wait for one more, and everybody else with them.
 */
@Injectable()
export class Attempts implements OnApplicationShutdown {
  private readonly limiters: Record<keyof typeof LIMITS, RateLimiterPostgres>;
  private readonly pool: pg.Pool;

  constructor(@Inject(RUNTIME) { databaseUrl }: Runtime) {
    const pool = new pg.Pool({ connectionString: databaseUrl, application_name: 'kundig attempts', max: CONNECTIONS, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
    pool.on('error', () => undefined); // one that lay idle was cut: the next attempt opens another
    this.pool = pool;
    const make = (name: keyof typeof LIMITS) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        ...LIMITS[name],
      });
    this.limiters = { addressMinute: make('addressMinute'), addressHour: make('addressHour'), accountHour: make('accountHour'), signUpHour: make('signUpHour'), mailHour: make('mailHour'), mailAccountHour: make('mailAccountHour'), invitationDay: make('invitationDay'), confirmHour: make('confirmHour'), changeHour: make('changeHour'), guestWordHour: make('guestWordHour'), illegalHour: make('illegalHour') };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Counts an attempt to sign in. `known`: whether this account has signed in from this network before; guesses from elsewhere do not lock it out there. */
  async signIn(ip: string, email: string, known: () => Promise<boolean>): Promise<void> {
    const address = networkOf(ip);
    await this.take('addressMinute', address);
    await this.take('addressHour', address);
    try {
      await this.take('accountHour', accountOf(email));
    } catch (refusal) {
      if (!(await known())) throw refusal;
    }
  }

  /** Gives a successful attempt back: an office behind one address signs in all morning, and failures are what a guesser has. */
  async succeeded(ip: string, email: string): Promise<void> {
    await Promise.all([
      this.limiters.addressMinute.reward(networkOf(ip)),
      this.limiters.addressHour.reward(networkOf(ip)),
      this.limiters.accountHour.reward(accountOf(email)),
    ]);
  }

  async signUp(ip: string): Promise<void> {
    await this.take('signUpHour', networkOf(ip));
  }

  /** Counts a mail that somebody asks for; `account`: the address typed, or the member, whether there is one or not. */
  async mail(ip: string, account: string): Promise<void> {
    await this.take('mailHour', networkOf(ip));
    await this.take('mailAccountHour', accountOf(account));
  }

  /** Counts an invitation that an admin sends: of theirs, and of those that one address gets. */
  async invite(memberKey: string, email: string): Promise<void> {
    await this.take('invitationDay', memberKey);
    await this.take('mailAccountHour', accountOf(email));
  }

  /** Counts a password that somebody signed in is asked for again. */
  async confirm(memberKey: string): Promise<void> {
    await this.take('confirmHour', memberKey);
  }

  async confirmed(memberKey: string): Promise<void> {
    await this.limiters.confirmHour.reward(memberKey);
  }

  /** Counts a password that is changed. */
  async change(memberKey: string): Promise<void> {
    await this.take('changeHour', memberKey);
  }

  /** Counts what a guest says with one click; `network`: theirs. */
  async guestWord(network: string): Promise<void> {
    await this.take('guestWordHour', network);
  }

  async illegalReport(network: string): Promise<void> {
    await this.take('illegalHour', network);
  }

  private async take(name: keyof typeof LIMITS, key: string): Promise<void> {
    try {
      await this.limiters[name].consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw tooFast(new Date(Date.now() + (refusal as IRateLimiterRes).msBeforeNext!));
      throw refusal;
    }
  }
}

function accountOf(email: string): string {
  return email.trim().toLowerCase().slice(0, 200);
}

/** The network an address stands for. An IPv6 customer holds a whole /64: its first four groups count as one address. Proxies write ports and zones beside it. */
export function networkOf(ip: string): string {
  const bare = ip.trim().replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare.slice(0, 100);
  const [front = '', back = ''] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::'); // one spelling, in hexadecimal
  const [head, tail] = [front.split(':').filter(Boolean), back.split(':').filter(Boolean)];
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return groups.slice(6).flatMap(bytesOf).join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
}
