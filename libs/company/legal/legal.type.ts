import { Field, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, Max, Min } from 'class-validator';
import { LongTextField, MutationInput, Payload } from '#platform/graphql';

export enum LegalPageName {
  imprint = 'imprint',
  privacy = 'privacy',
  rules = 'rules',
}
registerEnumType(LegalPageName, {
  name: 'LegalPageName',
  description: 'A page that a company owes.',
  valuesMap: {
    imprint: { description: 'Who runs the site.' },
    privacy: { description: 'What is done with personal data.' },
    rules: { description: 'The house rules, which members agree to.' },
  },
});

const LEGAL_LENGTH = { min: 0, max: 60_000 };

@ObjectType({ description: 'When a version of a legal page was published.' })
export class LegalVersionMark {
  @Field(() => Int, { description: 'Counted from 1 on each page.' })
  number: number;

  @Field(() => GraphQLISODateTime, { description: 'Since when it was in force.' })
  publishedAt: Date;

  @Field(() => Boolean, { description: 'Whether all members had to agree to it.' })
  mustAgree: boolean;
}

@ObjectType({ description: 'A version of a legal page.' })
export class LegalVersion extends LegalVersionMark {
  @Field(() => LegalPageName, { description: 'Of which page.' })
  page: LegalPageName;

  @Field(() => String, { description: 'The text as safe HTML, in the language of the one who asks where there is one.' })
  html: string;

  @Field(() => String, { description: 'The language it is in: de or en.' })
  language: string;

  @Field(() => String, { description: 'The German text as it was typed, Markdown; may be empty.' })
  sourceDe: string;

  @Field(() => String, { description: 'The English text as it was typed, Markdown; may be empty.' })
  sourceEn: string;

  @Field(() => Boolean, { description: 'Whether it is in force.' })
  isCurrent: boolean;

  @Field(() => [LegalVersionMark], { description: 'All versions of the page, the latest first, at most 100.' })
  versions: LegalVersionMark[];
}

@InputType({ description: 'A new version of a legal page.' })
export class PublishLegalPageInput extends MutationInput {
  @Field(() => LegalPageName, { description: 'Which page.' })
  @IsEnum(LegalPageName)
  page: LegalPageName;

  @LongTextField('The German text, Markdown.', LEGAL_LENGTH)
  sourceDe: string;

  @LongTextField('The English text, Markdown.', LEGAL_LENGTH)
  sourceEn: string;

  @Field(() => Boolean, { defaultValue: false, description: 'House rules alone: every member has to agree before they write again.' })
  @IsBoolean()
  mustAgree: boolean;

  @Field(() => Int, { description: 'The version that was seen while this was written; 0 where there was none.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOn: number;
}

@ObjectType({ description: 'The version that is in force now.' })
export class LegalPagePayload extends Payload {
  @Field(() => LegalVersion, { nullable: true, description: 'It; null where nothing was done.' })
  version?: LegalVersion | null;
}

@InputType({ description: 'House rules that one has read and agrees to.' })
export class AgreeToRulesInput extends MutationInput {
  @Field(() => Int, { description: 'Their number: those in force.' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  number: number;
}

@ObjectType({ description: 'What was agreed to.' })
export class AgreementPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'The number of the house rules; null where nothing was done.' })
  agreed?: number | null;
}
