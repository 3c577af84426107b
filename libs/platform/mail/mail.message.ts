import type { SendMailOptions } from 'nodemailer';
import type { Settings } from '#platform/config';

export interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
  listUnsubscribe: string | null;
  messageId: string;
}

/**
 * The message as it leaves. Nothing that a person wrote becomes a header as it is: the subject is one line (and encoded),
 * addresses go in as objects, which are not parsed, and what could end a line or a list in them is refused.
 */
export function messageOf(mail: MailRow, { mailFrom, publicUrl, name }: Settings, siteName: string): SendMailOptions {
  const { hostname } = new URL(publicUrl);
  return {
    from: mailFrom ? { ...mailFrom, name: mailFrom.name === name ? siteName : mailFrom.name } : { name: '', address: `no-reply@${hostname}` },
    to: { name: '', address: plainAddress(mail.recipient) },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === null ? {} : { html: mail.html }),
    messageId: `<${mail.messageId}@${hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(mail.listUnsubscribe) },
  };
}

function plainAddress(address: string): string {
  if (/^[^\s\p{Cc}<>()[\]",;:\\@]+@[^\s\p{Cc}<>()",;\\@]+$/u.test(address)) return address;
  throw Object.assign(new Error('The address cannot be written to.'), { code: 'EADDRESS' });
}

function unsubscribing(address: string | null): Record<string, string> {
  if (address === null || !URL.canParse(address)) return {};
  const { href } = new URL(address); // spelled out again: no line break survives it
  return { 'List-Unsubscribe': `<${href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
