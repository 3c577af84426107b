/** What bars a member `m` from, and until when: nothing any more once the time is over; and whom they have muted. */
export const BARS = ['silenced', 'suspended'].map((bar) => `case when m.${bar}_until > now() then m.${bar}_until end as "${bar}Until"`).join(', ') + `, array(select u.muted_id::text from mute u where u.member_id = m.id) as muted`;

export interface Bars {
  silencedUntil: Date | null;
  suspendedUntil: Date | null;
  muted: string[];
}
