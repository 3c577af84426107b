import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The community as its company presents it.' })
export class Community {
  @Field(() => String, { description: 'Its name.' })
  name: string;
}
