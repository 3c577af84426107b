/*
 * A community that votes, with rings planted among honest voters: what the finder is measured on. It knows nothing of the finder.
 * Honest voters: a few write and vote much, most little (90-9-1); people keep to one to three topics, read what is new there, and vote for what is good, so that
 * the experts of a topic honestly vote for each other again and again; askers thank whoever answers; some meet an expert and vote for a row of old answers
 * in one evening; some have a grudge, some are friends. The day's limits hold for everybody: 50 votes, 6 of them for one author.
 */

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 1);
const TOPICS = 8;
const VOTES_A_DAY = 50;
const FOR_ONE_A_DAY = 6;
const CIRCLES = 15;

export interface SimPost { id: number; author: number; thread: number; topic: number; at: number; quality: number; opening: boolean }
export interface SimVote { voter: number; post: number; value: 1 | -1; at: number }
export interface Planted { kind: 'mutual' | 'star' | 'against'; givers: number[]; getters: number[]; camouflage: number }
export interface SimCommunity { posts: SimPost[]; votes: SimVote[]; rings: Planted[] }
export interface SimOptions { seed: number; members: number; days: number; rings: readonly { kind: Planted['kind']; size: number; camouflage: number }[] }

interface Person { id: number; topics: number[]; activity: number; skill: number; generous: number; joined: number }

export function simulate({ seed, members, days, rings }: SimOptions): SimCommunity {
  const sim = new Simulation(seed, members, days);
  sim.write();
  sim.vote();
  return { posts: sim.posts, rings: rings.map((ring) => sim.plant(ring)), votes: sim.votes };
}

class Simulation {
  readonly posts: SimPost[] = [];
  readonly votes: SimVote[] = [];
  private readonly people: Person[];
  private readonly used = new Set<number>();
  private readonly given = new Set<string>();
  private readonly spent = new Map<string, number>();
  private threads = 0;
  private state: number;

  constructor(seed: number, members: number, private readonly days: number) {
    this.state = seed >>> 0;
    this.people = Array.from({ length: members }, (_, id) => {
      const rank = this.random();
      return {
        id, topics: Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => Math.floor(this.random() ** 1.5 * TOPICS)),
        activity: rank > 0.99 ? 40 + this.random() * 60 : rank > 0.9 ? 4 + this.random() * 12 : this.random() * 2, // posts in all the time
        skill: this.random(), generous: this.random() ** 2, joined: NOW - this.random() ** 0.5 * 4 * this.days * DAY,
      };
    });
  }

  /** mulberry32. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  private pick<T>(some: readonly T[]): T {
    return some[Math.floor(this.random() * some.length)]!;
  }

  private someday(from = NOW - this.days * DAY): number {
    return Math.max(from, NOW - this.days * DAY) + this.random() * (NOW - Math.max(from, NOW - this.days * DAY));
  }

  /** Questions by everybody, answers by those who know the topic, mostly soon. */
  write(): void {
    const known = Array.from({ length: TOPICS }, (_, topic) => this.people.filter(({ topics, activity }) => topics.includes(topic) && activity > 1));
    for (const person of this.people) {
      const asks = person.activity < 4 ? Number(this.random() < 0.6) + Number(this.random() < 0.25) : 1 + Math.floor(this.random() * 3);
      for (let n = 0; n < asks; n += 1) {
        const topic = this.pick(person.topics);
        const at = this.someday(person.joined);
        const thread = this.threads++;
        this.add({ author: person.id, thread, topic, at, quality: this.random() * 0.4, opening: true });
        for (let answers = Math.floor(this.random() ** 1.5 * 5); answers > 0; answers -= 1) {
          const helper = this.weighted(known[topic]!.filter(({ id }) => id !== person.id));
          if (helper) this.add({ author: helper.id, thread, topic, at: Math.min(NOW, at + this.random() ** 3 * 5 * DAY), quality: 0.3 * this.random() + 0.7 * helper.skill, opening: false });
        }
      }
    }
    this.posts.sort((a, b) => a.at - b.at);
    this.posts.forEach((post, at) => (post.id = at));
  }

  private weighted(some: readonly Person[]): Person | undefined {
    let left = this.random() * some.reduce((all, { activity }) => all + activity, 0);
    return some.find(({ activity }) => (left -= activity) <= 0);
  }

  private add(post: Omit<SimPost, 'id'>): SimPost {
    const made = { id: this.posts.length, ...post };
    this.posts.push(made);
    return made;
  }

  private give(voter: number, post: SimPost, value: 1 | -1, at: number): boolean {
    const when = Math.min(NOW - 1, Math.max(at, post.at));
    const [key, day, one] = [`${voter} ${post.id}`, `${voter} ${Math.floor(when / DAY)}`, `${voter} ${post.author} ${Math.floor(when / DAY)}`];
    if (voter === post.author || this.given.has(key) || (this.spent.get(day) ?? 0) >= VOTES_A_DAY || (this.spent.get(one) ?? 0) >= FOR_ONE_A_DAY) return false;
    this.given.add(key);
    for (const spent of [day, one]) this.spent.set(spent, (this.spent.get(spent) ?? 0) + 1);
    this.votes.push({ voter, post: post.id, value, at: when });
    return true;
  }

  vote(): void {
    const byTopic = Array.from({ length: TOPICS }, (_, topic) => this.posts.filter((post) => post.topic === topic));
    for (const person of this.people) {
      for (const post of this.posts) if (post.opening && post.author === person.id && this.random() < 0.5) this.thank(person, post);
      const visits = Math.floor(person.generous * (12 + person.activity * 4));
      for (let n = 0; n < visits; n += 1) this.visit(person, byTopic[this.pick(person.topics)]!);
      if (this.random() < 0.06) this.meetExpert(person);
      if (this.random() < 0.03) this.grudge(person);
    }
    for (let n = 0; n < CIRCLES; n += 1) this.circle();
  }

  /** Friends who look in on each other, and like what is good: honest, and the nearest thing to a ring. */
  private circle(): void {
    const first = this.pick(this.people.filter(({ activity }) => activity > 4));
    const friends = [first, ...Array.from({ length: 2 + Math.floor(this.random() * 3) }, () => this.pick(this.people.filter(({ activity, topics }) => activity > 2 && topics.some((topic) => first.topics.includes(topic)))))];
    for (const friend of friends) for (const post of this.posts) if (friends.some(({ id }) => id === post.author) && this.random() < 0.2 + 0.4 * post.quality) this.give(friend.id, post, 1, post.at + this.random() * 5 * DAY);
  }

  private thank(asker: Person, { thread }: SimPost): void {
    for (const answer of this.posts) if (answer.thread === thread && !answer.opening) this.give(asker.id, answer, 1, answer.at + this.random() * DAY);
  }

  /** What is new in a topic that day; what is good gets a vote. */
  private visit(person: Person, posts: readonly SimPost[]): void {
    const at = this.someday(person.joined);
    const newest = posts.findLastIndex((post) => post.at <= at);
    for (const post of posts.slice(Math.max(0, newest - 6), newest + 1)) {
      if (this.random() < post.quality * 0.55) this.give(person.id, post, 1, at);
      else if (!post.opening && post.quality < 0.15 && this.random() < 0.08) this.give(person.id, post, -1, at);
    }
  }

  private meetExpert(person: Person): void {
    const found = this.pick(this.posts.filter((post) => !post.opening && post.quality > 0.6));
    const others = this.posts.filter((post) => post.author === found.author && !post.opening);
    const at = this.someday(found.at);
    for (let n = 5 + Math.floor(this.random() * 4); n > 0; n -= 1) this.give(person.id, this.pick(others), 1, at);
  }

  private grudge(person: Person): void {
    const answer = this.pick(this.posts.filter((post) => !post.opening));
    for (const post of this.posts.filter(({ author }) => author === answer.author).slice(0, 1 + Math.floor(this.random() * 2))) this.give(person.id, post, -1, this.someday(post.at));
  }

  /** Honest members of middling activity turn into a ring: what they wrote and voted so far stays, and hides them. */
  plant({ kind, size, camouflage }: SimOptions['rings'][number]): Planted {
    const recruits = () => {
      let person: Person;
      do person = this.pick(this.people); while (this.used.has(person.id) || person.activity > 16);
      this.used.add(person.id);
      return person.id;
    };
    const ids = Array.from({ length: size }, recruits);
    // who founds a ring comes for it: without camouflage they have done nothing else here
    this.forget(ids);
    const getters = kind === 'mutual' ? ids : kind === 'star' ? [ids[0]!] : [this.pick(this.posts.filter((post) => !post.opening && !ids.includes(post.author) && this.countOf(post.author) >= 5)).author];
    const givers = kind === 'star' ? ids.slice(1) : ids;
    if (kind !== 'against') for (const id of getters) this.writeSome(id);
    const target = 0.95 - 0.5 * camouflage; // of the posts; who hides leaves some out
    const spread = camouflage === 0 ? 2 * 3_600_000 : 6 * DAY;
    for (const giver of givers) {
      let own = 0;
      for (const post of this.posts.filter(({ author }) => getters.includes(author) && author !== giver)) if (this.random() < target && this.give(giver, post, kind === 'against' ? -1 : 1, post.at + this.random() * spread)) own += 1;
      const hidden = Math.round((own * camouflage) / (1 - Math.min(0.9, camouflage)));
      const good = this.posts.filter((post) => post.quality > 0.5 && !getters.includes(post.author));
      for (let n = 0; n < hidden; n += 1) { const post = this.pick(good); this.give(giver, post, 1, post.at + this.random() * 4 * DAY); }
    }
    return { kind, givers, getters, camouflage };
  }

  private countOf(author: number): number {
    return this.posts.filter((post) => post.author === author).length;
  }

  private forget(ids: readonly number[]): void {
    const kept = this.votes.filter(({ voter }) => !ids.includes(voter));
    this.votes.length = 0;
    this.votes.push(...kept);
    for (const key of this.given) if (ids.includes(Number(key.split(' ')[0]))) this.given.delete(key);
    for (const key of this.spent.keys()) if (ids.includes(Number(key.split(' ')[0]))) this.spent.delete(key);
  }

  private writeSome(author: number): void {
    const threads = this.posts.filter(({ opening }) => opening);
    for (let n = 5 + Math.floor(this.random() * 16); n > 0; n -= 1) {
      const { thread, topic, at } = this.pick(threads);
      this.add({ author, thread, topic, at: at + this.random() * 3 * DAY, quality: this.random() * 0.6, opening: false });
    }
  }
}
