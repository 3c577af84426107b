import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BADGES } from './badge.rules.js';

export const BadgeName = Object.fromEntries(BADGES.map(({ name }) => [name, name])) as Record<(typeof BADGES)[number]['name'], string>;
registerEnumType(BadgeName, { name: 'BadgeName', description: 'What somebody has done, for good.', valuesMap: Object.fromEntries(BADGES.map(({ name, description }) => [name, { description }])) });

@ObjectType({ description: 'A badge, and what it is for.' })
export class BadgeRule {
  @Field(() => BadgeName, { description: 'Which.' })
  name: string;

  @Field(() => Int, { description: 'How often one has to have done it.' })
  amount: number;
}

@ObjectType({ description: 'A badge that somebody has; it is never taken away.' })
export class Badge extends BadgeRule {
  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  awardedAt: Date;
}
