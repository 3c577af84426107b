import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

const OWN = 'e2e/api/settings.e2e-spec.ts';
const NOBODY = { id: 'mem_999999999' };

/** Members are seen by everyone; what is private of them has kinds of its own. */
export const kinds: Record<string, Kind> = {
  member: { states: ['visible'], make: async ({ people }) => ({ id: encodeId('member', people.author) }), absent: NOBODY },
  /** The admin who asks. */
  adminThemselves: { states: ['visible'], make: async ({ people }) => ({ id: encodeId('member', people.admin) }) },
  /** What of a member is theirs alone: others find the member, and nothing there. */
  account: { states: ['visible'], make: async ({ people }) => ({ id: encodeId('member', people.author) }) },
  importedMember: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('member', await world.member('Imported', 'customer', { email: null, imported_from: 'test', imported_id: '1' })) }),
    absent: NOBODY,
  },
};

const claim = ({ id }: { id: string }) => ({ memberId: id, email: 'ines@example.org', password: 'a long enough password' });

export const rows: Row[] = [
  { query: 'viewer', access: 'everyone', ask: 'viewer { id }', except: { guest: 'absent' } },
  { query: 'member', access: 'everyone', on: 'member', ask: 'member(id: $id) { id name role }' },
  { query: 'isUnclaimed', access: 'admin', on: 'importedMember', ask: 'isUnclaimed(id: $id)' },
  { query: 'isUnclaimed', access: 'admin', on: 'member', ask: 'isUnclaimed(id: $id)', except: { '*': 'absent' } },
  { query: 'memberByEmail', access: 'admin', on: 'account', ask: 'memberByEmail(email: "nobody@example.org") { id }', except: { '*': 'absent' } },

  { mutation: 'claimMember', access: 'admin', on: 'importedMember', input: claim, select: 'member { id }' },
  { mutation: 'claimMember', access: 'admin', on: 'member', input: claim, except: { '*': 'absent' } },
  { mutation: 'setMemberRole', access: 'admin', on: 'member', input: ({ id }) => ({ memberId: id, role: 'staff' }), select: 'member { id role }' },
  { mutation: 'setMemberRole', access: 'admin', on: 'adminThemselves', input: ({ id }) => ({ memberId: id, role: 'customer' }), except: { admin: 'own-role' } },

  // one's own account alone: what a stranger meets is held there
  { operation: 'createToken', access: 'member', spec: OWN },
  { operation: 'revokeToken', access: 'member', spec: OWN },
  { operation: 'revokeSession', access: 'member', spec: OWN },
  { operation: 'changePassword', access: 'member', spec: OWN },
  { operation: 'changeName', access: 'member', spec: OWN },
  { operation: 'changeLanguage', access: 'member', spec: OWN },
  { mutation: 'changeTheme', access: 'member', input: () => ({ theme: 'dark' }), select: 'member { id }' },
  { operation: 'lookAlikes', access: 'admin', spec: OWN },
  { field: 'Member.sessions', on: 'account', ask: 'member(id: $id) { sessions { id } }', except: { '*': 'absent', author: 'ok' } },
  { field: 'Member.tokens', on: 'account', ask: 'member(id: $id) { tokens { id } }', except: { '*': 'absent', author: 'ok' } },
  { field: 'Member.language', on: 'account', ask: 'member(id: $id) { language }', except: { '*': 'absent', author: 'is en' } },
  { field: 'Member.theme', on: 'account', ask: 'member(id: $id) { theme }', except: { '*': 'absent', author: 'is device' } },
];
