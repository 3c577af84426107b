/** What bars a member `m` from, and until when: nothing any more once the time is over. */
export const BARS = ['silenced', 'suspended'].map((bar) => `case when m.${bar}_until > now() then m.${bar}_until end as "${bar}Until"`).join(', ');

export interface Bars {
  silencedUntil: Date | null;
  suspendedUntil: Date | null;
}
