/** SQL: mails to somebody who leaves, whatever their address was when. Whoever takes the address after them has mails of their own. */
export function mailsOf(memberId: string): string {
  const going = (column: string) => `(select ${column} from erasure where member_id = ${memberId})`;
  return `(mail.member_id = ${memberId} or mail.member_id is null and lower(mail.recipient) = ${going('lower(email)')} and mail.created_at <= ${going('requested_at')})`;
}
