import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsIn } from 'class-validator';
import type { Language } from '#platform/access';
import { IdField, LineField, MutationInput, PasswordField } from '#platform/graphql';

@ObjectType({ description: 'A browser or program that is signed in.' })
export class Session {
  @Field(() => ID, { description: 'ses_ and a random id; not what opens it.' })
  id: string;

  @Field(() => String, { description: 'What the browser said of itself; may be empty.' })
  userAgent: string;

  @Field(() => String, { description: 'The network it was opened from (IPv6: the /64).' })
  network: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was opened.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  expiresAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current: boolean;
}

@InputType({ description: 'A session to end.' })
export class RevokeSessionInput extends MutationInput {
  @IdField('Which session.')
  sessionId: string;
}

@InputType({ description: 'A new password.' })
export class ChangePasswordInput extends MutationInput {
  @PasswordField('The present password.', { min: 1, max: 128 })
  password: string;

  @PasswordField('The new one.', { min: 8, max: 128 })
  newPassword: string;
}

@InputType({ description: 'A new name.' })
export class ChangeNameInput extends MutationInput {
  @LineField('The name others see.', { min: 2, max: 40 })
  name: string;
}

@InputType({ description: 'The language of mails, and of refusals told to programs.' })
export class ChangeLanguageInput extends MutationInput {
  @Field(() => String, { description: 'de or en.' })
  @IsIn(['de', 'en'])
  language: Language;
}

export enum ThemeChoice {
  device = 'device',
  light = 'light',
  dark = 'dark',
}
registerEnumType(ThemeChoice, {
  name: 'Theme',
  description: 'How pages look.',
  valuesMap: {
    device: { description: 'As the device has it.' },
    light: { description: 'Always light.' },
    dark: { description: 'Always dark.' },
  },
});

@InputType({ description: 'How pages look to a member.' })
export class ChangeThemeInput extends MutationInput {
  @Field(() => ThemeChoice, { description: 'Which.' })
  @IsEnum(ThemeChoice)
  theme: ThemeChoice;
}
