import { Module } from '@nestjs/common';
import { ForumModule } from '#forum';
import { MailModule } from '#platform/mail';
import { NotificationReader } from './list/notification.reader.js';
import { NotificationReading } from './list/notification.reading.js';
import { NotificationResolver } from './list/notification.resolver.js';
import { DigestSender } from './mailing/digest.sender.js';
import { NotificationMail } from './mailing/notification.mail.js';
import { NotificationMailer } from './mailing/notification.mailer.js';
import { PreferenceResolver } from './preferences/preference.resolver.js';
import { PreferenceService } from './preferences/preference.service.js';
import { UnsubscribeTokens } from './preferences/unsubscribe.tokens.js';
import { NoticeEndResolver } from './telling/notice-end.resolver.js';
import { NotificationListener } from './telling/notification.listener.js';
import { Teller } from './telling/teller.js';

@Module({
  imports: [ForumModule, MailModule],
  providers: [
    NotificationReader, NotificationReading, PreferenceService, UnsubscribeTokens, Teller, NotificationListener, NotificationMail, NotificationMailer, DigestSender,
    NotificationResolver, PreferenceResolver, NoticeEndResolver,
  ],
  exports: [NotificationListener, DigestSender, NotificationReader, PreferenceService],
})
export class NotificationsModule {}
