import { Global, Module } from '@nestjs/common';
import { MailSender } from './mail.sender.js';
import { MailboxReader } from './mailbox.reader.js';
import { MailboxResolver } from './mailbox.resolver.js';
import { Mailer } from './mailer.js';

@Global()
@Module({ providers: [Mailer, MailSender, MailboxReader, MailboxResolver], exports: [Mailer, MailSender] })
export class MailModule {}
