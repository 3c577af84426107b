import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { decodeId } from '#platform/database';
import { pageArguments, PagesArgs } from '#platform/graphql';
import { MAIL_CURSOR, MailboxReader } from './mailbox.reader.js';
import { Mail, MailConnection } from './mailbox.type.js';

@Resolver()
export class MailboxResolver {
  constructor(private readonly mailbox: MailboxReader) {}

  @Access('admin')
  @Query(() => MailConnection, { name: 'mailbox', description: 'The mails of the last 30 days, the latest first.' })
  mails(@Args() pages: PagesArgs): Promise<MailConnection> {
    return this.mailbox.list(pageArguments(pages, MAIL_CURSOR));
  }

  @Access('admin')
  @Query(() => Mail, { nullable: true, description: 'A mail by id; null where there is none.' })
  async mail(@Args('id', { type: () => ID, description: 'mai_ and a number.' }) id: string): Promise<Mail | null> {
    const key = decodeId('mail', id);
    return key && this.mailbox.byId(key);
  }
}
