import { applyDecorators } from '@nestjs/common';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, ValidateBy } from 'class-validator';
import { BasedOnField, type FieldCode, LineField, MutationInput, Payload } from '#platform/graphql';
import { HEX } from '../brand/oklch.js';

export const NAME_LENGTH = { min: 1, max: 60 };
const CLAIM_LENGTH = { min: 0, max: 120 };
export const LOGO_BYTES_MOST = 2_000_000; // as designers hand it over
const LOGO_LETTERS_MOST = Math.ceil(LOGO_BYTES_MOST / 3) * 4; // of base64

const ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** Our own check of one field, whose code has its sentence. */
export function told(name: string, code: FieldCode, isFine: (value: unknown) => boolean) {
  return ValidateBy({ name, validator: { validate: isFine, defaultMessage: () => JSON.stringify({ code }) } });
}

const ColourField = (description: string) =>
  applyDecorators(
    Field(() => String, { nullable: true, description: `${description} #rrggbb; empty: ours again.` }),
    IsOptional(),
    told('colour', 'colour', (value) => value === '' || (typeof value === 'string' && HEX.test(value.toLowerCase()))),
  );

@InputType({ description: 'What the community is called and looks like; what is left out stays.' })
export class SetCommunityInput extends MutationInput {
  @BasedOnField('community')
  basedOn?: number | null;

  @LineField('Its name.', { ...NAME_LENGTH, nullable: true })
  name?: string | null;

  @LineField('What it is for, in German.', { ...CLAIM_LENGTH, nullable: true })
  claimDe?: string | null;

  @LineField('What it is for, in English.', { ...CLAIM_LENGTH, nullable: true })
  claimEn?: string | null;

  @ColourField('The brand’s colour.')
  brand?: string | null;

  @ColourField('A second colour, for decoration alone.')
  accent?: string | null;

  @Field(() => String, { nullable: true, description: 'The time zone in which hours are meant, by its IANA name: Europe/Berlin.' })
  @IsOptional()
  @told('timeZone', 'unknown', (value) => typeof value === 'string' && ZONES.has(value))
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'The logo: a picture (PNG, JPEG, WebP, GIF, AVIF; no SVG) in base64, up to 2 MB, as far as a call holds it. Empty: none.' })
  @IsOptional()
  @IsString()
  @told('logo', 'malformed', (value) => typeof value === 'string' && value.length <= LOGO_LETTERS_MOST && /^[A-Za-z0-9+/]*={0,2}$/.test(value))
  logo?: string | null;
}

@InputType({ description: 'That the first steps are done, or not wanted.' })
export class DismissFirstStepsInput extends MutationInput {}

@ObjectType({ description: 'The community as it is now.' })
export class CommunityPayload extends Payload {}
