import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '#platform/graphql';

export enum MailState {
  queued = 'queued',
  sent = 'sent',
  failed = 'failed',
  kept = 'kept',
}
registerEnumType(MailState, {
  name: 'MailState',
  description: 'How far a mail is.',
  valuesMap: {
    queued: { description: 'Waits to be sent, for the first time or again.' },
    sent: { description: 'The mail server has taken it.' },
    failed: { description: 'The mail server refused it, or could not be reached for hours.' },
    kept: { description: 'No mail server was set: it can be read here alone.' },
  },
});

@ObjectType({ description: 'A mail that the community wrote to somebody.' })
export class Mail {
  @Field(() => ID, { description: 'mai_ and a number.' })
  id: string;

  @Field(() => String, { description: 'The address it goes to.' })
  recipient: string;

  @Field(() => String, { description: 'Its subject.' })
  subject: string;

  @Field(() => MailState, { description: 'How far it is.' })
  state: MailState;

  @Field(() => String, { nullable: true, description: 'Why the last try failed.' })
  failure: string | null;

  @Field(() => String, { nullable: true, description: 'What it says; null where a mail server is set, since it may hold a link that signs its reader in.' })
  text: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was written.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the mail server took it.' })
  sentAt: Date | null;

  key: string;
}

@ObjectType({ description: 'A page of mails.' })
export class MailConnection extends connectionOf(Mail, 'Mail') {}
