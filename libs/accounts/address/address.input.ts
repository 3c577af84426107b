import { applyDecorators } from '@nestjs/common';
import { InputType } from '@nestjs/graphql';
import { IsEmail, Matches, MaxLength } from 'class-validator';
import { PasswordField } from '#platform/graphql';

/** An address that mails can be sent to: quoted names with blanks or line breaks in them are addresses by the book, and nobody has one. */
export const AddressField = () => applyDecorators(MaxLength(254), IsEmail(), Matches(/^\s*[^\s\p{Cc}<>()[\]",;:\\@]+@[^\s\p{Cc}@]+\s*$/u));

// HTTP bodies, not GraphQL, like those of sign-up
@InputType({ isAbstract: true })
export class LinkInput {
  /** What a mailed link ends with. */
  @Matches(/^[\w-]{43}$/)
  token: string;
}

@InputType({ isAbstract: true })
export class ForgotInput {
  @AddressField()
  email: string;
}

@InputType({ isAbstract: true })
export class ResetInput {
  @PasswordField('The new password.', { min: 8, max: 128 })
  password: string;
}

@InputType({ isAbstract: true })
export class ChangeAddressInput {
  @AddressField()
  email: string;

  @PasswordField('The password they have.', { min: 1, max: 128 })
  password: string;
}
