import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#platform/access';
import { Mailer } from '#platform/mail';
import { RUNTIME, type Runtime, SiteName } from '#platform/runtime';
import { ACCOUNT_MAILS, type AccountMail, type Inviting, LINK } from './account.texts.js';

interface To {
  email: string;
  name: string;
  language: Language;
}

/** Writes the mails about an account: in its member's language, plain text first. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly mailer: Mailer,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly siteName: SiteName,
  ) {}

  get leave(): boolean {
    return this.mailer.leaves;
  }

  /** `path`: where its link leads. `key`: what it must not tell twice; a new one each time unless given. */
  async send(mail: AccountMail, { email, name, language }: To, { path = '', address = '', key = randomUUID(), memberKey, inviting = null }: { path?: string; memberKey?: string; address?: string; key?: string; inviting?: Inviting | null } = {}): Promise<void> {
    const { settings } = this.runtime;
    const link = settings.publicUrl + (language === settings.language ? '' : `/${language}`) + path;
    const { subject, lines } = ACCOUNT_MAILS[language][mail]({ site: this.siteName.now, name, address, inviting });
    await this.mailer.send({
      to: email,
      subject,
      text: lines.map((line) => (line === LINK ? link : line)).join('\n\n') + '\n',
      html: lines.map((line) => `<p>${line === LINK ? `<a href="${escaped(link)}">${escaped(link)}</a>` : escaped(line)}</p>`).join('\n'),
      key: `account:${mail}:${key}`,
      account: true,
      ...(memberKey === undefined ? {} : { memberKey }),
    });
  }
}




function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
