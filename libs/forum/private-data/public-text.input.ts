import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { MutationInput } from '#platform/graphql';
import { WritingInput } from '#screening';

/** What the input of every mutation carries by which a person's text becomes public. */
@InputType({ isAbstract: true })
export abstract class PublicTextInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'The `confirmation` of a PrivateData problem: what it named shall be public all the same.' })
  @IsOptional()
  @IsString()
  @Matches(/^[\w-]{43}$/)
  privateDataConfirmation?: string | null;
}

/** The same of what a member writes, which is looked at before others see it where nobody knows its writer yet. */
@InputType({ isAbstract: true })
export abstract class WrittenTextInput extends PublicTextInput {
  @Field(() => WritingInput, { nullable: true, description: 'How the text came about, as its form saw it.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WritingInput)
  writing?: WritingInput | null;
}
