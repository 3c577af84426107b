import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, Matches } from 'class-validator';
import { MutationInput } from '#platform/graphql';

/** What the input of every mutation carries by which a person's text becomes public. */
@InputType({ isAbstract: true })
export abstract class PublicTextInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'The `confirmation` of a PrivateData problem: what it named shall be public all the same.' })
  @IsOptional()
  @IsString()
  @Matches(/^[\w-]{43}$/)
  privateDataConfirmation?: string | null;
}
