import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

export const kinds: Record<string, Kind> = {
  /** Votes of the author's for a bystander that look agreed upon. */
  finding: {
    states: ['visible'],
    make: async (world) => {
      const finding = await world.insert('vote_finding', { kind: 'serial', votes: 12, posts: 14, share: 0.9, since: new Date('2026-01-01') });
      await world.db.query('insert into vote_finding_member (finding_id, member_id, gives, gets) values ($1, $2, true, false), ($1, $3, false, true)', [finding, world.people.author, world.people.bystander]);
      return { id: encodeId('finding', finding) };
    },
    sees: (actor, state) => state === 'visible' && (actor === 'staff' || actor === 'admin'),
    absent: { id: 'fnd_999999999' },
  },
};

const NOT_THEIRS = { guest: 'UNAUTHENTICATED', 'guest | absent visible': 'UNAUTHENTICATED', 'customer author superUser | absent visible': 'FORBIDDEN' } as const;

export const rows: Row[] = [
  { query: 'pointRules', access: 'everyone', ask: 'pointRules { source points capped }' },
  { field: 'Member.points', on: 'account', ask: 'member(id: $id) { points }', except: { '*': 'is 0' } },
  { field: 'Member.standing', on: 'account', ask: 'member(id: $id) { standing { points earned { source } } }', except: { '*': 'absent', 'author staff admin': 'ok' } },
  { field: 'Standing.entries', on: 'account', ask: 'member(id: $id) { standing { entries(first: 1) { nodes { id } } } }', except: { '*': 'absent', 'author staff admin': 'ok' } },
  { query: 'rankRules', access: 'everyone', ask: 'rankRules { rank needs { need amount } }' },
  { mutation: 'setMemberRank', access: 'staff', on: 'account', input: ({ id }) => ({ memberId: id, rank: 2, reason: 'Helps by telephone.' }), select: 'member { id }' },
  { mutation: 'freeMemberRank', access: 'staff', on: 'account', input: ({ id }) => ({ memberId: id }), select: 'member { id }' },
  { query: 'voteFindings', access: 'staff', on: 'finding', finds: true, ask: 'voteFindings(first: 100) { nodes { id } }' },
  { field: 'VoteFinding.givers', on: 'finding', finds: true, ask: 'voteFindings(first: 100) { nodes { id givers { id } } }', except: NOT_THEIRS },
  { field: 'VoteFinding.getters', on: 'finding', finds: true, ask: 'voteFindings(first: 100) { nodes { id getters { id } } }', except: NOT_THEIRS },
  { mutation: 'decideVoteFinding', access: 'staff', on: 'finding', input: ({ id }) => ({ findingId: id, state: 'undone' }), select: 'finding { id state }' },
  { query: 'leaderboard', access: 'everyone', ask: 'leaderboard(period: week) { place points }', before: ({ db, people }) => db.query(`insert into leader (period, place, member_id, points) values ('week', 1, $1, 10)`, [people.author]) },
  { field: 'Leader.member', on: 'account', finds: true, ask: 'leaderboard(period: week) { member { id } }', before: ({ db }, { id }) => db.query(`insert into leader (period, place, member_id, points) values ('week', 1, $1, 10)`, [id.slice(4)]) },
  { mutation: 'setListed', access: 'member', input: () => ({ listed: false }), select: 'member { id }' },
  { query: 'badgeRules', access: 'everyone', ask: 'badgeRules { name amount }' },
  { field: 'Member.badges', on: 'account', ask: 'member(id: $id) { badges { name amount } }' },
];
