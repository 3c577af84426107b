import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '#platform/graphql';
import { FlagReason } from '../flags/flag.type.js';

export enum DecisionAct {
  hidden = 'hide-post',
  deleted = 'delete-post',
  shown = 'show-post',
  restored = 'restore-post',
  noticed = 'give-notice',
  silenced = 'silence-member',
  suspended = 'suspend-member',
  renewed = 'renew-suspension',
  lifted = 'lift-sanction',
  appealUpheld = 'uphold-decision',
  appealLifted = 'lift-decision',
}
registerEnumType(DecisionAct, {
  name: 'DecisionAct',
  description: 'What those who keep order decided.',
  valuesMap: {
    hidden: { description: 'A post was hidden.' },
    deleted: { description: 'A post was deleted.' },
    shown: { description: 'A post is seen by everyone again.' },
    restored: { description: 'A deleted post was restored.' },
    noticed: { description: 'A member was given a notice.' },
    silenced: { description: 'A member writes nothing in public for a time.' },
    suspended: { description: 'A member takes no part for a time.' },
    renewed: { description: 'A suspension was made longer, by two of the staff.' },
    lifted: { description: 'A sanction was ended before its time.' },
    appealUpheld: { description: 'Upon an appeal somebody else found the decision right.' },
    appealLifted: { description: 'Upon an appeal somebody else found the decision wrong: it was undone.' },
  },
});

export enum AppealOutcome {
  upheld = 'upheld',
  lifted = 'lifted',
}
registerEnumType(AppealOutcome, {
  name: 'AppealOutcome',
  description: 'What somebody else made of a decision.',
  valuesMap: { upheld: { description: 'It stays.' }, lifted: { description: 'It was undone.' } },
});

@ObjectType({ description: 'A member’s word against what was decided about them.' })
export class Appeal {
  @Field(() => String, { description: 'What they say.' })
  body: string;

  @Field(() => GraphQLISODateTime, { description: 'When they said it.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'By when somebody else decides.' })
  dueAt: Date;

  @Field(() => AppealOutcome, { nullable: true, description: 'What became of it; null until somebody has decided.' })
  outcome: AppealOutcome | null;

  @Field(() => String, { description: 'What they were answered; may be empty.' })
  answer: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided; null until then.' })
  decidedAt: Date | null;
}

@ObjectType({ description: 'What was decided about a member or what they wrote.' })
export class Decision {
  key: string;

  @Field(() => ID, { description: 'dec_ and a number.' })
  id: string;

  @Field(() => DecisionAct, { description: 'What was decided.' })
  act: DecisionAct;

  @Field(() => String, { nullable: true, description: 'What they were told of why, in their language; null where nothing was said.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  createdAt: Date;

  @Field(() => Boolean, { description: 'Whether several reports did it, and nobody has decided yet.' })
  byReports: boolean;

  @Field(() => Int, { nullable: true, description: 'For how many hours; null where it has no end.' })
  hours: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends, or ended; null where it has no end.' })
  endsAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The title of the thread it was in; null where it was about no post, or is not seen.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Where the post stands; null where it is not seen.' })
  path: string | null;

  @Field(() => Boolean, { description: 'Whether the member may appeal now: once, within 180 days, as long as it stands.' })
  canAppeal: boolean;

  @Field(() => Appeal, { nullable: true, description: 'What the member said against it; null where they said nothing.' })
  appeal: Appeal | null;
}

@ObjectType({ description: 'A page of what was decided about a member, the latest first.' })
export class DecisionConnection extends connectionOf(Decision, 'Decision') {}

@ObjectType({ description: 'An entry of the public log: what was decided, and by which rule; not about whom.' })
export class LogEntry {
  key: string;

  @Field(() => ID, { description: 'dec_ and a number.' })
  id: string;

  @Field(() => DecisionAct, { description: 'What was decided.' })
  act: DecisionAct;

  @Field(() => FlagReason, { nullable: true, description: 'By which rule; null where whoever did it said why in words of their own, which only the person concerned reads.' })
  rule: FlagReason | null;

  @Field(() => Boolean, { description: 'Whether several reports did it, until somebody looks.' })
  byReports: boolean;

  @Field(() => Int, { nullable: true, description: 'For how many hours; null where it has no end.' })
  hours: number | null;

  @Field(() => AppealOutcome, { nullable: true, description: 'What became of an appeal against it; null where there was none, or it waits.' })
  outcome: AppealOutcome | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  createdAt: Date;
}

@ObjectType({ description: 'A page of the public log, the latest first.' })
export class LogEntryConnection extends connectionOf(LogEntry, 'LogEntry') {}
