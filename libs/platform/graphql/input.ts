import { applyDecorators } from '@nestjs/common';
import { Args, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { cleanLine, cleanText } from '#platform/content';
import type { FieldCode } from './refused.js';

interface Length {
  /** In characters (code points), after trimming. */
  min: number;
  max: number;
  nullable?: boolean;
}

// class-validator knows sentences, we need codes that are told in the reader's language: the code travels as the message
function checked(name: string, check: (value: unknown) => FieldCode | null, limitOf: (code: FieldCode) => number | undefined) {
  return ValidateBy({
    name,
    validator: {
      validate: (value) => check(value) === null,
      defaultMessage: (args) => {
        const code = check(args?.value) ?? 'malformed';
        return JSON.stringify({ code, limit: limitOf(code) });
      },
    },
  });
}

function lengthCheck(clean: (text: string) => string | null, { min, max }: Length) {
  return (value: unknown): FieldCode | null => {
    if (typeof value !== 'string') return 'required';
    const text = clean(value);
    if (text === null) return 'malformed';
    const said = [...text.trim()].length;
    if (said === 0 && min > 0) return 'required';
    if (said < min) return 'too-short';
    return [...text].length > max ? 'too-long' : null; // with what stands around it: it is stored as it came
  };
}

function textField(name: string, clean: (text: string) => string | null, description: string, length: Length) {
  return applyDecorators(
    Field(() => String, { description: `${description} ${length.min} to ${length.max} characters.`, nullable: length.nullable ?? false }),
    ...(length.nullable ? [IsOptional()] : []),
    checked(name, lengthCheck(clean, length), (code) => (code === 'too-short' ? length.min : code === 'too-long' ? length.max : undefined)),
  );
}

/** A text of one line: a title, a name. */
export const LineField = (description: string, length: Length) => textField('line', cleanLine, description, length);

/** A text of many lines: Markdown. */
export const LongTextField = (description: string, length: Length) => textField('longText', cleanText, description, length);

/** A password: every sign counts, none is taken out or cut; what is no text is refused, since every half of a pair would be as good as another. */
export const PasswordField = (description: string, length: Length) => textField('password', (text) => cleanText(text) && text.normalize('NFKC'), description, length);

/** The version of something that was seen before it is changed: somebody else’s change in between is a Conflict. */
export const BasedOnField = (what: string) =>
  applyDecorators(
    Field(() => Int, { nullable: true, description: `The version of the ${what} that was seen: somebody else’s change in between is a Conflict. Left out: it counts as it is.` }),
    IsOptional(),
    IsInt(),
    Min(1),
    Max(2_000_000_000),
  );

/** An id as the API gives them out. What is no id of the kind is answered like a row that is not there. */
export const IdField = (description: string, options: { nullable?: boolean } = {}) =>
  applyDecorators(
    Field(() => ID, { description, nullable: options.nullable ?? false }),
    ...(options.nullable ? [IsOptional()] : []),
    IsString(),
    MaxLength(40),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u), // PostgreSQL would refuse NUL as an error of ours
    ...(options.nullable ? [] : [IsNotEmpty()]),
  );

/** The one argument of every mutation. */
export const Input = () => Args('input', { description: 'What to do.' });

/** What every mutation's input carries. */
@InputType({ isAbstract: true })
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Your name for this very call, up to 100 letters, digits, dots, colons, dashes: sent again with the same input, it has one effect and the same reply. Kept for 48 hours.',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[\w.:-]{1,100}$/)
  clientMutationId?: string;
}
