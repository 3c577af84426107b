import type { Row } from '../notation.js';

export const rows: Row[] = [
  { query: 'pointRules', access: 'everyone', ask: 'pointRules { source points capped }' },
  { field: 'Member.points', on: 'account', ask: 'member(id: $id) { points }', except: { '*': 'is 0' } },
  { field: 'Member.standing', on: 'account', ask: 'member(id: $id) { standing { points earned { source } } }', except: { '*': 'absent', 'author staff admin': 'ok' } },
  { field: 'Standing.entries', on: 'account', ask: 'member(id: $id) { standing { entries(first: 1) { nodes { id } } } }', except: { '*': 'absent', 'author staff admin': 'ok' } },
  { query: 'rankRules', access: 'everyone', ask: 'rankRules { rank needs { need amount } }' },
  { mutation: 'setMemberRank', access: 'staff', on: 'account', input: ({ id }) => ({ memberId: id, rank: 2, reason: 'Helps by telephone.' }), select: 'member { id }' },
  { mutation: 'freeMemberRank', access: 'staff', on: 'account', input: ({ id }) => ({ memberId: id }), select: 'member { id }' },
];
