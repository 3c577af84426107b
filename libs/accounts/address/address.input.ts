import { applyDecorators } from '@nestjs/common';
import { InputType } from '@nestjs/graphql';
import { isEmail, Matches, MaxLength, ValidateBy } from 'class-validator';
import { PasswordField } from '#platform/graphql';

export const ADDRESS_LONGEST = 254; // what mail servers take

const ADDRESS = /^\s*[^\s\p{Cc}<>()[\]",;:\\@]+@[^\s\p{Cc}@]+\s*$/u; // quoted names with blanks or line breaks in them are addresses by the book, and nobody has one

/** An address that mails can be sent to. */
export const AddressField = () => applyDecorators(MaxLength(ADDRESS_LONGEST), ValidateBy({ name: 'address', validator: { validate: isAddress } }));

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed() && ADDRESS.test(value) && isEmail(value); // which throws at half a surrogate pair
}

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
