import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#platform/access';
import { plainText } from '#platform/content';
import type { MailDraft } from '#platform/mail';
import { RUNTIME, type Runtime, SiteName } from '#platform/runtime';
import { KINDS, NotificationKind } from '../notification.kinds.js';
import type { Stop } from '../preferences/preference.type.js';
import { UnsubscribeTokens } from '../preferences/unsubscribe.tokens.js';
import { MAIL_TEXTS } from './mail.texts.js';

const EXCERPT = 600; // some lines: enough to see whether one must look, not a copy of the site
const LINE_EXCERPT = 140;

/** To whom a mail goes. */
export interface Recipient {
  memberId: string;
  email: string;
  language: Language;
}

/** What a mail tells. */
export interface Told {
  id: string;
  kind: NotificationKind;
  actor: string | null;
  /** Why, of what was done about their post or thread. */
  reason: string | null;
  /** How many an answer has helped, of word that it did. */
  times: number | null;
  /** Which thread was marked as a duplicate, and whether of a service notice. */
  duplicateTitle: string | null;
  ofNotice: boolean;
  /** What staff said with it, as text. */
  said: string | null;
  title: string;
  /** Null where the post is not to be seen. */
  html: string | null;
  path: string;
}

/** What stands before the link, where there is nothing to reply to. */
const LEADS: Partial<Record<NotificationKind, 'fetch' | 'review' | 'read'>> = { dataReady: 'fetch', rankRaised: 'read', rankLowered: 'read', badge: 'read', superUserInvited: 'read', superUserAccepted: 'read', superUserDeclined: 'read', superUserRenewed: 'read', superUserEnded: 'read', superUserTermEnds: 'read', noticeGiven: 'read', silenced: 'read', suspended: 'read', sanctionLifted: 'read', appealUpheld: 'read', appealLifted: 'read', postHidden: 'read', postDeleted: 'read', entryReview: 'review', entryPublished: 'read', entryRejected: 'read', becameKnowledge: 'read' };

/** What somebody else looks at again where whom it concerns appeals. */
const APPEALED: readonly NotificationKind[] = [NotificationKind.postHidden, NotificationKind.postDeleted, NotificationKind.noticeGiven, NotificationKind.silenced, NotificationKind.suspended];

/** Turns notifications into mails: plain text, in the recipient's language, with one link that leads to the place itself. */
@Injectable()
export class NotificationMail {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly siteName: SiteName,
  ) {}

  async one(to: Recipient, told: Told): Promise<Omit<MailDraft, 'key'>> {
    const t = MAIL_TEXTS[to.language];
    const excerpt = told.said ?? cut(told.html, EXCERPT);
    const body = [...(told.reason ? [t.reason(told.reason)] : []), ...(excerpt ? [quoted(excerpt)] : []), `${t[LEADS[told.kind] ?? 'look']}\n${this.address(to, told.path)}`, ...(told.reason && APPEALED.includes(told.kind) ? [`${t.appeal}\n${this.address(to, '/standing/decisions')}`] : [])];
    return this.draft(to, this.sentence(to, told), [`${this.sentence(to, told)}.`, ...body], KINDS[told.kind].topic);
  }

  /** The first of many, and how many more there are. */
  async digest(to: Recipient, first: readonly Told[], total: number): Promise<Omit<MailDraft, 'key'>> {
    const t = MAIL_TEXTS[to.language];
    const items = first.map((told) => [`* ${this.sentence(to, told)}`, ...(told.reason ? [`  ${t.reason(told.reason)}`] : []), ...[told.said ?? cut(told.html, LINE_EXCERPT)].filter(Boolean).map((line) => `  ${line}`), `  ${this.address(to, told.path)}`].join('\n'));
    const rest = total - first.length;
    return this.draft(to, t.digest(total, this.siteName.now), [...items, `${rest > 0 ? t.more(rest) : t.all}\n${this.address(to, '/notifications')}`], 'digest');
  }

  private async draft(to: Recipient, subject: string, parts: readonly string[], stop: Stop): Promise<Omit<MailDraft, 'key'>> {
    const t = MAIL_TEXTS[to.language];
    const unsubscribe = this.address(to, `/unsubscribe/${await this.tokens.sign(to.memberId, stop)}`);
    const foot = [t.why(this.siteName.now), `${t.settings} ${this.address(to, '/notifications/settings')}`, `${t.stop} (${t.stops[stop]}): ${unsubscribe}`];
    return { to: to.email, subject, text: [...parts, `-- \n${foot.join('\n')}`].join('\n\n'), listUnsubscribe: unsubscribe };
  }

  private sentence({ language }: Recipient, { kind, actor, title, times, duplicateTitle, ofNotice }: Told): string {
    const t = MAIL_TEXTS[language];
    return t.kinds[kind](actor ?? t.someone, title, times ?? 1, { title: duplicateTitle, ofNotice });
  }

  private address({ language }: Recipient, path: string): string {
    const { settings } = this.runtime;
    return `${settings.publicUrl}${language === settings.language ? '' : `/${language}`}${path}`;
  }
}

function cut(html: string | null, longest: number): string {
  const text = [...plainText(html ?? '')];
  return text.length > longest ? `${text.slice(0, longest - 1).join('')}…` : text.join('');
}

/** As mail programs quote, in lines of a readable length. */
function quoted(text: string): string {
  return text.replace(/(.{1,72})(?:\s+|$)/g, '> $1\n').trimEnd();
}
