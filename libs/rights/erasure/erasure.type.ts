import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { MutationInput, PasswordField, Payload } from '#platform/graphql';

@InputType({ description: 'One’s own account, to be deleted.' })
export class DeleteMyAccountInput extends MutationInput {
  @PasswordField('The present password.', { min: 1, max: 128 })
  password: string;

  @Field(() => Boolean, { defaultValue: false, description: 'true: what one wrote goes, too. false: it stays, as that of a former member.' })
  @IsBoolean()
  removeTexts: boolean;
}

@ObjectType({ description: 'The account is deleted.' })
export class DeleteMyAccountPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'true: it is; null where nothing was done.' })
  deleted?: boolean | null;
}
