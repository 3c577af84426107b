import { findRings, type VotePair, type VoterTotals } from '../ring.finder.js';
import { RING_RULES } from '../ring.rules.js';
import { type Planted, type SimCommunity, simulate, type SimOptions } from './voting.simulation.fixture.js';

export interface Measured {
  /** Of the members in findings, those of a planted ring (of that kind). */
  precision: number;
  /** Of the planted givers, those in a finding. */
  recall: number;
  found: number;
}

type Ring = SimOptions['rings'][number];

/** Members found rightly and wrongly over several communities of 2,000, each with a few such rings. */
export function measure(ring: Ring, seeds: readonly number[], ringsEach = 3): Measured {
  let [right, wrong, planted, found] = [0, 0, 0, 0];
  for (const seed of seeds) {
    const community = simulate({ seed, members: 2_000, days: 90, rings: Array.from({ length: ringsEach }, () => ring) });
    const findings = findRings(...countsOf(community));
    const guilty = new Set(community.rings.flatMap(({ givers }: Planted) => givers));
    const named = new Set(findings.flatMap(({ givers }) => givers.map(Number)));
    right += [...named].filter((id) => guilty.has(id)).length;
    wrong += [...named].filter((id) => !guilty.has(id)).length;
    planted += guilty.size;
    found += findings.length;
  }
  return { precision: right + wrong === 0 ? 1 : right / (right + wrong), recall: right / planted, found };
}

/** What the service counts in SQL. */
export function countsOf({ posts, votes }: SimCommunity): [VotePair[], Map<string, VoterTotals>] {
  const totals = new Map<string, VoterTotals>();
  const of = (id: number) => {
    const key = String(id);
    const total = totals.get(key) ?? { ups: 0, downs: 0, posts: 0 };
    totals.set(key, total);
    return total;
  };
  for (const { author } of posts) of(author).posts += 1;
  const pairs = new Map<string, VotePair>();
  for (const { voter, post, value } of votes) {
    const { author } = posts[post]!;
    const key = `${voter} ${author}`;
    const pair = pairs.get(key) ?? { voter: String(voter), author: String(author), ups: 0, downs: 0 };
    pairs.set(key, pair);
    of(voter)[value === 1 ? 'ups' : 'downs'] += 1;
    pair[value === 1 ? 'ups' : 'downs'] += 1;
  }
  return [[...pairs.values()].filter(({ ups, downs }) => ups + downs >= RING_RULES.votesLeast), totals];
}
