import { Field, GraphQLISODateTime, Int, InterfaceType, ObjectType } from '@nestjs/graphql';

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

  @Field(() => String, { description: 'required, too-short, too-long, malformed, unknown, taken, wrong, too-many, colour, hours, contact-address, newcomer-links, newcomer-images, newcomer-mentions, reserved or mixed-scripts; of a file also file-empty, file-too-large, file-kind, file-broken, file-dimensions, file-again.' })
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
