import { lowerShare, RING_RULES } from './ring.rules.js';

/** How often one member has voted for or against what one other wrote, within the days that are looked at. */
export interface VotePair {
  voter: string;
  author: string;
  ups: number;
  downs: number;
}

/** What a member did in that time at all. */
export interface VoterTotals {
  ups: number;
  downs: number;
  /** Posts that can be voted on. */
  posts: number;
}

export type FindingKind = 'mutual' | 'star' | 'serial' | 'against';

/** Who votes as if they had agreed to, for or against whom, and how many votes that is. */
export interface RingFinding {
  kind: FindingKind;
  givers: string[];
  getters: string[];
  votes: number;
  /** Posts of the getters that they could have voted on. */
  posts: number;
  /** Of all votes of the givers. */
  share: number;
}

interface Edge extends VotePair {
  votes: number;
}

/** Finds them in counts alone: what is counted grows with the votes of the last days, not with the community. */
export function findRings(pairs: readonly VotePair[], totals: ReadonlyMap<string, VoterTotals>): RingFinding[] {
  const rings = mutualRings(pairs, totals);
  const inRings = new Set(rings.flatMap(({ givers }) => givers));
  const rest = pairs.filter(({ voter, author }) => !inRings.has(voter) || !inRings.has(author));
  return [...rings, ...devotedTo(rest, totals, 'ups'), ...devotedTo(rest, totals, 'downs')];
}

/** Groups that vote for nearly all that the others write, and for little else. */
function mutualRings(pairs: readonly VotePair[], totals: ReadonlyMap<string, VoterTotals>): RingFinding[] {
  const strong = new Map<string, Edge>();
  for (const pair of pairs) {
    const posts = totals.get(pair.author)?.posts ?? 0;
    if (pair.ups >= RING_RULES.votesLeast && lowerShare(pair.ups, posts) >= RING_RULES.coverage) strong.set(`${pair.voter} ${pair.author}`, { ...pair, votes: pair.ups });
  }
  const friends = new Map<string, Set<string>>();
  for (const { voter, author } of strong.values()) {
    if (!strong.has(`${author} ${voter}`)) continue;
    friends.set(voter, (friends.get(voter) ?? new Set()).add(author));
  }
  return components(friends).flatMap((members) => {
    const group = pruned(members, friends);
    if (group.length < 2) return [];
    const inside = new Set(group);
    const votes = sum(pairs.filter(({ voter, author }) => inside.has(voter) && inside.has(author)).map(({ ups }) => ups));
    const posts = sum(group.map((member) => totals.get(member)!.posts)) * (group.length - 1);
    const share = votes / Math.max(1, sum(group.map((member) => totals.get(member)!.ups)));
    if (share < (group.length === 2 ? RING_RULES.pairWithin : RING_RULES.within) || lowerShare(votes, posts) < RING_RULES.together) return [];
    return [{ kind: 'mutual' as const, givers: group, getters: group, votes, posts, share }];
  });
}

/** One whom several vote for (or against) and do little else; or one alone who does so again and again. */
function devotedTo(pairs: readonly VotePair[], totals: ReadonlyMap<string, VoterTotals>, way: 'ups' | 'downs'): RingFinding[] {
  const byAuthor = Map.groupBy(pairs.filter((pair) => isDevoted(pair, totals, way)), ({ author }) => author);
  return [...byAuthor].flatMap(([author, edges]) => {
    const posts = totals.get(author)!.posts;
    const finding = (some: readonly VotePair[], kind: FindingKind): RingFinding => {
      const votes = sum(some.map((pair) => pair[way]));
      return { kind, givers: some.map(({ voter }) => voter), getters: [author], votes, posts: posts * some.length, share: votes / Math.max(1, sum(some.map(({ voter }) => totals.get(voter)![way]))) };
    };
    const enough = way === 'ups' ? RING_RULES.followers : 2;
    if (edges.length >= enough) {
      const all = finding(edges, way === 'ups' ? 'star' : 'against');
      return lowerShare(all.votes, all.posts) >= RING_RULES.together ? [all] : [];
    }
    const least = way === 'ups' ? RING_RULES.serial : RING_RULES.serialAgainst;
    return edges.filter((pair) => pair[way] >= least && pair[way] / totals.get(pair.voter)![way] >= RING_RULES.serialShare && lowerShare(pair[way], posts) >= RING_RULES.serialCoverage).map((pair) => finding([pair], way === 'ups' ? 'serial' : 'against'));
  });
}

function isDevoted(pair: VotePair, totals: ReadonlyMap<string, VoterTotals>, way: 'ups' | 'downs'): boolean {
  const votes = pair[way];
  return votes >= RING_RULES.votesLeast && votes / totals.get(pair.voter)![way] >= RING_RULES.devoted && lowerShare(votes, totals.get(pair.author)?.posts ?? 0) >= RING_RULES.coverage;
}

function components(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const seen = new Set<string>();
  return [...edges.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const group: string[] = [];
    for (const queue = [start]; queue.length > 0; ) {
      const next = queue.pop()!;
      if (seen.has(next)) continue;
      seen.add(next);
      group.push(next);
      queue.push(...(edges.get(next) ?? []));
    }
    return [group];
  });
}

/** Without those who hang on by one friend alone, where others have more. */
function pruned(members: readonly string[], friends: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  let group = [...members];
  for (;;) {
    const inside = new Set(group);
    const least = Math.min(2, group.length - 1);
    const kept = group.filter((member) => [...friends.get(member)!].filter((friend) => inside.has(friend)).length >= least);
    if (kept.length === group.length) return group.sort();
    group = kept;
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
