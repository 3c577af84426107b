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

const STAFFS = { guest: 'UNAUTHENTICATED', 'customer author superUser': 'FORBIDDEN' } as const;
const NOT_THEIRS = { guest: 'UNAUTHENTICATED', 'guest | absent visible': 'UNAUTHENTICATED', 'customer author superUser | absent visible': 'FORBIDDEN' } as const;

export const rows: Row[] = [
  { query: 'proofTask', access: 'everyone', ask: 'proofTask' },
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
  { query: 'superUsers', access: 'staff', ask: 'superUsers { until contribution { posts } }' },
  { field: 'SuperUser.member', on: 'account', finds: true, ask: 'superUsers { member { id } }', before: ({ db }, { id }) => db.query(`update member set role = 'super_user' where id = $1`, [id.slice(4)]), except: STAFFS },
  { query: 'superUserCandidates', access: 'staff', ask: 'superUserCandidates { accepted days }', before: ({ db, people }) => db.query('insert into super_user_term (member_id) values ($1)', [people.author]) },
  { field: 'SuperUserCandidate.member', on: 'account', finds: true, ask: 'superUserCandidates { member { id } }', before: ({ db }, { id }) => db.query('insert into super_user_term (member_id) values ($1)', [id.slice(4)]), except: STAFFS },
  { field: 'Member.superUserTerm', on: 'account', ask: 'member(id: $id) { superUserTerm { state message } }', before: ({ db }, { id }) => db.query('insert into super_user_term (member_id) values ($1)', [id.slice(4)]), except: { '*': 'absent', 'author staff admin': 'ok' } },
  { mutation: 'inviteSuperUser', access: 'staff', on: 'account', input: ({ id }) => ({ memberId: id, message: 'You help so many.' }), select: 'member { id }' },
  { mutation: 'answerSuperUserInvitation', access: 'member', input: () => ({ accept: false }), select: 'member { id }', before: ({ db, people }, _, actor) => (actor === 'guest' ? Promise.resolve() : db.query('insert into super_user_term (member_id) values ($1)', [people[actor]])) },
  { mutation: 'renewSuperUser', access: 'staff', on: 'account', input: ({ id }) => ({ memberId: id }), select: 'member { id }', before: ({ db }, { id }) => db.query(`update member set role = 'super_user' where id = $1`, [id.slice(4)]) },
  { mutation: 'endSuperUser', access: 'member', on: 'account', input: ({ id }) => ({ memberId: id }), select: 'member { id }', before: ({ db }, { id }) => db.query(`update member set role = 'super_user' where id = $1`, [id.slice(4)]), except: { 'customer superUser': 'staff-only' } },
  { mutation: 'muteMember', access: 'member', on: 'account', input: ({ id }) => ({ memberId: id, muted: true }), select: 'member { id }', except: { author: 'own-self' } },
  { field: 'Member.muted', on: 'account', ask: 'member(id: $id) { muted { id } }', before: ({ db, people }, { id }) => db.query('insert into mute (member_id, muted_id) values ($1, $2)', [id.slice(4), people.bystander]), except: { '*': 'absent', author: 'ok' } },
];
