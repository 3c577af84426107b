import { Field, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { BasedOnField, LineField, MutationInput } from '#platform/graphql';
import { told } from '../community/community.input.js';
import { contactAddress } from './contact.address.js';
import { hoursIn, type OpenHours } from './weekly.hours.js';

export const WAYS_MOST = 12; // whoever offers more than a screen of them offers none
const WAY_LENGTHS = { label: { min: 1, max: 60 }, cost: { min: 0, max: 120 }, hours: { min: 0, max: 200 }, note: { min: 0, max: 300 } };

export enum ContactKind {
  telephone = 'telephone',
  chat = 'chat',
  email = 'email',
  form = 'form',
  shop = 'shop',
  social = 'social',
  other = 'other',
}

registerEnumType(ContactKind, {
  name: 'ContactKind',
  description: 'What kind of way to the company it is.',
  valuesMap: {
    telephone: { description: 'By telephone.' },
    chat: { description: 'A chat on the company’s site or elsewhere.' },
    email: { description: 'By e-mail.' },
    form: { description: 'A form on the company’s site.' },
    shop: { description: 'In person.' },
    social: { description: 'A social network.' },
    other: { description: 'Another way.' },
  },
});

@ObjectType({ description: 'What is said of a contact way in one language; empty where nothing is.' })
export class ContactTexts {
  @Field(() => String, { description: 'What it is called.' })
  label: string;

  @Field(() => String, { description: 'What it costs: free from a landline, 20 ct a call.' })
  cost: string;

  @Field(() => String, { description: 'What the hours alone do not say: closed on public holidays.' })
  hoursNote: string;

  @Field(() => String, { description: 'What helps to choose it.' })
  note: string;
}

@ObjectType({ description: 'When somebody is there on a day of the week.' })
export class OpeningHours {
  @Field(() => Int, { description: '1 Monday to 7 Sunday.' })
  day: number;

  @Field(() => String, { description: 'HH:MM in the community’s time zone.' })
  opens: string;

  @Field(() => String, { description: 'HH:MM, up to 24:00; no later than opens: on the next day.' })
  closes: string;
}

@ObjectType({ description: 'Whether somebody is there right now.' })
export class OpeningNow {
  @Field(() => Boolean, { description: 'Whether somebody is.' })
  isOpen: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it closes, or opens next; null around the clock.' })
  changesAt: Date | null;
}

@ObjectType({ description: 'A way to reach the company.' })
export class ContactWay {
  openHours: OpenHours[];

  @Field(() => ContactKind, { description: 'What kind of way it is.' })
  kind: ContactKind;

  @Field(() => String, { description: 'Where it leads: tel:, mailto: or https:.' })
  address: string;

  @Field(() => ContactTexts, { description: 'In German.' })
  de: ContactTexts;

  @Field(() => ContactTexts, { description: 'In English.' })
  en: ContactTexts;

  @Field(() => String, { description: 'The hours of the week as schema.org writes them: Mo-Fr 08:00-20:00; Sa 10:00-14:00. Empty where they are not said.' })
  hours: string;
}

@InputType({ description: 'What is said of a contact way in one language.' })
export class ContactTextsInput {
  @LineField('What it is called.', WAY_LENGTHS.label)
  label: string;

  @LineField('What it costs.', { ...WAY_LENGTHS.cost, nullable: true })
  cost?: string | null;

  @LineField('What the hours alone do not say.', { ...WAY_LENGTHS.hours, nullable: true })
  hoursNote?: string | null;

  @LineField('What helps to choose it.', { ...WAY_LENGTHS.note, nullable: true })
  note?: string | null;
}

@InputType({ description: 'A way to reach the company.' })
export class ContactWayInput {
  @Field(() => ContactKind, { description: 'What kind of way it is.' })
  @IsEnum(ContactKind)
  kind: ContactKind;

  @Field(() => String, { description: 'tel:, mailto: or https:; where that is left out it is added.' })
  @told('address', 'contact-address', (value) => typeof value === 'string' && contactAddress(value) !== null)
  address: string;

  @Field(() => ContactTextsInput, { description: 'In German.' })
  @ValidateNested()
  @Type(() => ContactTextsInput)
  de: ContactTextsInput;

  @Field(() => ContactTextsInput, { description: 'In English.' })
  @ValidateNested()
  @Type(() => ContactTextsInput)
  en: ContactTextsInput;

  @Field(() => String, { nullable: true, description: 'The hours of the week: Mo-Fr 8:00-20:00; Sa 10-14, or 24/7. Up to 300 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @told('hours', 'hours', (value) => typeof value === 'string' && hoursIn(value) !== null)
  hours?: string | null;
}

@InputType({ description: 'All ways to reach the company, in the order they are shown: those that are there already are replaced.' })
export class SetContactWaysInput extends MutationInput {
  @BasedOnField('community')
  basedOn?: number | null;

  @Field(() => [ContactWayInput], { description: 'At most 12.' })
  @IsArray()
  @ArrayMaxSize(WAYS_MOST)
  @ValidateNested({ each: true })
  @Type(() => ContactWayInput)
  ways: ContactWayInput[];
}
