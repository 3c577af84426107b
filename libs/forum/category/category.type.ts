import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { BasedOnField, IdField, LineField, MutationInput, Payload } from '#platform/graphql';

@ObjectType({ description: 'A place in the community: a product, a topic. Categories form a tree.' })
export class Category {
  @Field(() => ID, { description: 'cat_ and a number.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The category above; null at the top.' })
  parentId: string | null;

  @Field(() => String, { description: 'Its name in addresses: lower case letters, digits, dashes.' })
  slug: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'What belongs here; may be empty.' })
  description: string;

  @Field(() => Int, { description: 'Its place among its sisters, small first.' })
  position: number;

  @Field(() => Int, { description: 'Visible threads in this very category, those below not counted.' })
  threadCount: number;

  @Field(() => Int, { description: 'Another one with each change of it by an admin: what basedOn of an input means.' })
  version: number;
}

@ObjectType({ description: 'The category made or changed.' })
export class CategoryPayload extends Payload {
  categoryId: string | null;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

@InputType({ description: 'A new category.' })
export class CreateCategoryInput extends MutationInput {
  @LineField('Its name.', { min: 1, max: 80 })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its name in addresses; made from the name where none is given. Up to 60 characters.' })
  @IsOptional()
  @Matches(SLUG)
  @MaxLength(60)
  slug?: string;

  @LineField('What belongs here.', { min: 0, max: 500, nullable: true })
  description?: string;

  @IdField('The category above.', { nullable: true })
  parentId?: string;

  @Field(() => Int, { nullable: true, description: 'Its place among its sisters, 0 to 9999, small first.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(9999)
  position?: number;
}

@InputType({ description: 'A category changed; what is left out stays.' })
export class UpdateCategoryInput extends MutationInput {
  @IdField('Which category.')
  id: string;

  @BasedOnField('category')
  basedOn?: number | null;

  @LineField('Its name.', { min: 1, max: 80, nullable: true })
  name?: string;

  @LineField('What belongs here.', { min: 0, max: 500, nullable: true })
  description?: string;

  @Field(() => Int, { nullable: true, description: 'Its place among its sisters, 0 to 9999, small first.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(9999)
  position?: number;
}
