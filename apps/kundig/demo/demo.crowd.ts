import type { Chance } from './demo.chance.js';
import { customers, LOGINS, NEWCOMERS, STAFF, SUPER_USERS } from './demo.people.js';
import type { PlannedMember, PlannedPost } from './demo.plan.type.js';

const DAY = 86_400_000;

/** The members, by what they do. */
export class Crowd {
  readonly all: PlannedMember[];
  readonly staff: PlannedMember[];
  readonly superUsers: PlannedMember[];
  readonly newcomers: PlannedMember[];
  /** Those who ask: nearly everybody. */
  readonly askers: PlannedMember[];
  /** Those who answer: few, and always the same. */
  readonly helpers: PlannedMember[];

  constructor(private readonly chance: Chance, private readonly now: Date) {
    const member = (name: string, role: PlannedMember['role'], rank: number): PlannedMember => ({
      name, role, rank, email: LOGINS.find((login) => login.name === name)?.email ?? `${addressOf(name)}@demo.example`,
      language: LOGINS.some((login) => login.name === name) || chance.happens(0.6) ? 'de' : 'en', createdAt: now, firstPostedAt: null,
    });
    const admin = member('Ida Brandt', 'admin', 0);
    this.staff = STAFF.map((name) => member(name, 'staff', 0));
    this.superUsers = SUPER_USERS.map((name) => member(name, 'super_user', 4));
    const people = customers().map((name, at) => member(name, 'customer', NEWCOMERS.includes(name) ? 0 : at < 12 ? 3 : at < 45 ? 2 : at < 120 ? 1 : 0));
    this.newcomers = people.filter(({ name }) => NEWCOMERS.includes(name));
    const regulars = people.filter((one) => !this.newcomers.includes(one));
    this.all = [admin, ...this.staff, ...this.superUsers, ...people];
    this.askers = regulars;
    this.helpers = [...this.superUsers, ...regulars.slice(1, 70)]; // the customer to sign in as is one who asks
  }

  named(name: string): PlannedMember {
    return this.all.find((member) => member.name === name)!;
  }

  /** Somebody else. */
  helper(but: readonly PlannedMember[]): PlannedMember {
    for (;;) {
      const one = this.chance.early(this.helpers, 2.2);
      if (!but.includes(one)) return one;
    }
  }

  /** Who has written must have been here before. */
  arrive(posts: readonly PlannedPost[]): void {
    for (const { author, at } of posts) if (!author.firstPostedAt || at < author.firstPostedAt) author.firstPostedAt = at;
    const begin = this.now.getTime() - 440 * DAY;
    for (const member of this.all) {
      const latest = (member.firstPostedAt ?? this.chance.moment()).getTime();
      const before = this.newcomers.includes(member) ? 20 * 60_000 : 40 * DAY * this.chance.next() ** 2 + 10 * 60_000;
      member.createdAt = member.role === 'customer' ? new Date(Math.max(latest - before, begin)) : new Date(begin);
    }
  }
}

function addressOf(name: string): string {
  return name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '.').replace(/^\.|\.$/g, '');
}
