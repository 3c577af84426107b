import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MutationInput, Payload } from '#platform/graphql';
import { NotificationTopic } from '../notification.kinds.js';

export const TIMINGS = ['now', 'daily', 'weekly', 'off'] as const;
export type Timing = (typeof TIMINGS)[number];
export const MAIL_TIMING = { now: 'now', daily: 'daily', weekly: 'weekly', off: 'off' } as const;

registerEnumType(MAIL_TIMING, {
  name: 'MailTiming',
  description: 'When notifications are mailed. On the site they stand in any case.',
  valuesMap: {
    now: { description: 'Each at once.' },
    daily: { description: 'In a digest, once a day.' },
    weekly: { description: 'In a digest, once a week.' },
    off: { description: 'Not at all.' },
  },
});
const TOPICS_TOLD: Record<NotificationTopic, { description: string }> = {
  answer: { description: 'Answers to one’s own threads.' },
  accepted: { description: 'One’s answer was accepted.' },
  official: { description: 'One’s answer was marked official.' },
  helped: { description: 'One’s answer has helped people who were about to ask.' },
  mention: { description: 'One was named in a post.' },
  comment: { description: 'Comments under what one wrote, or commented on.' },
  reply: { description: 'Posts in threads that one follows.' },
  newThread: { description: 'New threads in categories, under tags and by members that one follows.' },
  notice: { description: 'Updates of service notices that one follows, and that one is over which concerned one.' },
  keeping: { description: 'What those who keep order did about one’s posts and threads, and roles that admins gave or took.' },
  account: { description: 'What one asked for about one’s own account: the export of one’s data is there.' },
};
registerEnumType(NotificationTopic, { name: 'NotificationTopic', description: 'What mails can be set for.', valuesMap: TOPICS_TOLD });

@ObjectType({ description: 'When a topic is mailed to the one who asks.' })
export class NotificationPreference {
  @Field(() => NotificationTopic, { description: 'Of what.' })
  topic: NotificationTopic;

  @Field(() => MAIL_TIMING, { description: 'When.' })
  timing: Timing;

  @Field(() => [MAIL_TIMING], { description: 'What can be chosen.' })
  choices: Timing[];
}

@InputType({ description: 'When a topic is to be mailed.' })
export class TopicTimingInput {
  @Field(() => NotificationTopic, { description: 'Of what.' })
  @IsEnum(NotificationTopic)
  topic: NotificationTopic;

  @Field(() => MAIL_TIMING, { description: 'When.' })
  @IsEnum(MAIL_TIMING)
  timing: Timing;
}

@InputType({ description: 'When notifications are to be mailed. Topics that are not named stay as they are.' })
export class SetNotificationPreferencesInput extends MutationInput {
  @Field(() => [TopicTimingInput], { description: 'The topics to be changed.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => TopicTimingInput)
  preferences: TopicTimingInput[];
}

@ObjectType({ description: 'How it is set now.' })
export class NotificationPreferencesPayload extends Payload {
  @Field(() => [NotificationPreference], { nullable: true, description: 'All topics; null where nothing was done.' })
  preferences?: NotificationPreference[] | null;
}

/** What a link in a mail stops: a topic, all digests, or everything. */
export const STOP = { ...NotificationTopic, digest: 'digest', all: 'all' } as const;
export type Stop = (typeof STOP)[keyof typeof STOP];
registerEnumType(STOP, {
  name: 'MailStop',
  description: 'What a link in a mail stops.',
  valuesMap: { ...TOPICS_TOLD, digest: { description: 'All that comes in digests.' }, all: { description: 'Every mail about what happens here; not those about the account.' } },
});

@ObjectType({ description: 'What a link in a mail stops.' })
export class Unsubscription {
  @Field(() => STOP, { description: 'Which mails.' })
  stop: Stop;
}

@InputType({ description: 'The signed part of a link in a mail: whoever has it may stop that person’s mails, and nothing else.' })
export class UnsubscribeInput extends MutationInput {
  @Field(() => String, { description: 'The last part of the link.' })
  @IsString()
  @MaxLength(100)
  token: string;

  @Field(() => Boolean, { defaultValue: false, description: 'true: every mail about what happens here, not only what the link is for.' })
  @IsBoolean()
  all: boolean;
}

@ObjectType({ description: 'What was stopped.' })
export class UnsubscribePayload extends Payload {
  @Field(() => STOP, { nullable: true, description: 'Which mails come no more; null where nothing was done.' })
  stopped?: Stop | null;
}
