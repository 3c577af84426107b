import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

const NOBODY = { id: 'inv_999999999' };
const SOON = () => new Date(Date.now() + 86_400_000);
let links = 0;
const link = () => Buffer.from(`link ${(links += 1)}`);

export const kinds: Record<string, Kind> = {
  invitation: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('invitation', await world.insert('invitation', { email: 'table@example.org', role: 'staff', language: 'en', invited_by: world.people.admin, token_hash: link(), expires_at: SOON() })) }),
    absent: NOBODY,
  },
  /** Its role is taken back where roles are given. */
  acceptedInvitation: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('invitation', await world.insert('invitation', { role: 'staff', language: 'en', invited_by: world.people.admin, token_hash: link(), expires_at: SOON(), accepted_at: new Date(), accepted_by: world.people.staff })) }),
  },
};

const it = ({ id }: { id: string }) => ({ invitationId: id });

export const rows: Row[] = [
  { query: 'invitations', access: 'admin', on: 'invitation', finds: true, ask: 'invitations(first: 20) { nodes { id email } }' },
  { mutation: 'inviteStaff', access: 'admin', input: () => ({ email: 'new@example.org', role: 'staff', language: 'de' }), select: 'invitation { id state }' },
  { mutation: 'resendInvitation', access: 'admin', on: 'invitation', input: it, select: 'invitation { id }' },
  { mutation: 'resendInvitation', access: 'admin', on: 'acceptedInvitation', input: it, except: { admin: 'invitation-accepted' } },
  { mutation: 'withdrawInvitation', access: 'admin', on: 'invitation', input: it, select: 'invitation { id }' },
  { mutation: 'withdrawInvitation', access: 'admin', on: 'acceptedInvitation', input: it, except: { admin: 'invitation-accepted' } },
];
