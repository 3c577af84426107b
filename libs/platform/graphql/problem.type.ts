import { Field, GraphQLISODateTime, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PRIVATE_KINDS, type PrivateKind } from '#platform/content';

@InterfaceType({ description: 'An expected refusal, told as data. Nothing was changed.', resolveType: (problem: { kind: string }) => problem.kind })
export abstract class Problem {
  @Field(() => String, { description: 'The kind of refusal, for programs: the name of its type.' })
  code: string;

  @Field(() => String, { description: 'A sentence for people, in the language of the one who asked.' })
  message: string;
}

@ObjectType({ description: 'What is wrong with one field of an input.' })
export class InvalidField {
  @Field(() => String, { description: 'The field of the input.' })
  field: string;

  @Field(() => String, { description: 'required, too-short, too-long, malformed, unknown, taken, wrong, too-many, colour, hours, contact-address, newcomer-links, newcomer-images, newcomer-mentions, reserved, mixed-scripts, pattern or example; of a file also file-empty, file-too-large, file-kind, file-broken, file-dimensions, file-again.' })
  code: string;

  @Field(() => Int, { nullable: true, description: 'The limit that was missed, where the code has one (characters, items, or megabytes).' })
  limit?: number | undefined;

  @Field(() => [String], { description: 'Of what is unknown: what there is that is written alike. Empty where that is nothing, or nobody looked.' })
  near: string[];

  @Field(() => String, { description: 'A sentence for people.' })
  message: string;
}

@ObjectType({ implements: () => Problem, description: 'The input cannot be taken as it is; each fault is named at its field.' })
export class InvalidInput extends Problem {
  @Field(() => [InvalidField], { description: 'The faults, in the order of the input.' })
  fields: InvalidField[];
}

@ObjectType({ implements: () => Problem, description: 'The person may not do this, or not yet.' })
export class NotAllowed extends Problem {
  @Field(() => String, { description: 'Why, for programs: own-post, rank-too-low, not-the-asker ...' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'What is missing, where the reason counts something: the rank needed, say.' })
  needs?: number | undefined;
}

@ObjectType({ implements: () => Problem, description: 'The act contradicts what is already there.' })
export class Conflict extends Problem {}

@ObjectType({ implements: () => Problem, description: 'Too many of these in too short a time.' })
export class TooFast extends Problem {
  @Field(() => GraphQLISODateTime, { description: 'When it will be taken again.' })
  retryAt: Date;
}

const PrivateDataKind = Object.fromEntries(PRIVATE_KINDS.map((kind) => [kind, kind])) as Record<PrivateKind, PrivateKind>;
registerEnumType(PrivateDataKind, {
  name: 'PrivateDataKind',
  description: 'What private data it looks like.',
  valuesMap: {
    email: { description: 'An e-mail address.' },
    telephone: { description: 'A telephone number.' },
    iban: { description: 'The number of a bank account, an IBAN.' },
    card: { description: 'The number of a payment card.' },
    company: { description: 'A number of the company’s own: a customer’s, a contract’s.' },
  },
});

@ObjectType({ description: 'Something in a text that looks like private data.' })
export class FoundPrivateData {
  @Field(() => PrivateDataKind, { description: 'What it looks like.' })
  kind: PrivateKind;

  @Field(() => String, { description: 'What that is called, in the language of the one who asked.' })
  name: string;

  @Field(() => String, { description: 'The field of the input that holds it: title, body, fields.device, notice.affected, reason, text.' })
  field: string;

  @Field(() => Int, { description: 'Where it begins in the text as it was sent, in UTF-16 code units.' })
  start: number;

  @Field(() => Int, { description: 'How long it is, in UTF-16 code units.' })
  length: number;

  @Field(() => String, { description: 'Enough of it to know which one is meant: DE89 … 3000.' })
  excerpt: string;
}

@ObjectType({ implements: () => Problem, description: 'The text holds what looks like private data, and everybody could read it. Whoever wants that sends the same input again with `privateDataConfirmation`.' })
export class PrivateData extends Problem {
  @Field(() => [FoundPrivateData], { description: 'What was found, in the order of the input, the first fifty; of an edit, only what the text did not hold before.' })
  found: FoundPrivateData[];

  @Field(() => Int, { description: 'How many there are in all.' })
  foundCount: number;

  @Field(() => String, { description: 'To be sent as `privateDataConfirmation`. Good for what was found, and nothing more.' })
  confirmation: string;
}
