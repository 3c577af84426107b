import { InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { AddressField } from '../address/address.input.js';
import { CheckedFurther, LineField, PasswordField } from '#platform/graphql';
import { SignUpCheck } from './sign-up.check.js';
import type { Language } from '#platform/access';

// HTTP bodies, not GraphQL; the decorators of GraphQL's inputs bring the same checks and codes.
@CheckedFurther(SignUpCheck)
@InputType({ isAbstract: true })
export class SignUpInput {
  @LineField('The name others see.', { min: 2, max: 40 })
  name: string;

  @AddressField()
  email: string;

  @PasswordField('Length is what makes a password strong (NIST SP 800-63B): no rules about signs.', { min: 8, max: 128 })
  password: string;

  @IsOptional()
  @IsIn(['de', 'en'])
  language?: Language;

  /** The number of the house rules that they agree to, as text: those in force. */
  @IsOptional()
  @IsString()
  rules?: string;
}
