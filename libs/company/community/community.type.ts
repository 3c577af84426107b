import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ContactWay } from '../contact/contact.type.js';

@ObjectType({ description: 'A text in both languages; empty where nobody wrote it in that one.' })
export class Bilingual {
  @Field(() => String, { description: 'In German.' })
  de: string;

  @Field(() => String, { description: 'In English.' })
  en: string;
}

@ObjectType({ description: 'The picture that stands for the company.' })
export class CommunityLogo {
  mime: string;
  content: Buffer;

  @Field(() => String, { description: 'Its address on this site, another one for another picture.' })
  path: string;

  @Field(() => Int, { description: 'In pixels.' })
  width: number;

  @Field(() => Int, { description: 'In pixels.' })
  height: number;
}

@ObjectType({ description: 'The community as its company presents it.' })
export class Community {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  /** Whether an admin, or a theme, has given it: else it is that of the settings. */
  isNamed: boolean;

  @Field(() => Bilingual, { description: 'What it is for, in a few words.' })
  claim: Bilingual;

  @Field(() => String, { nullable: true, description: 'The brand’s colour as the company gave it, #rrggbb; pages show it as near to that as it can be read. Null: ours.' })
  brand: string | null;

  @Field(() => String, { nullable: true, description: 'A second colour, for decoration alone.' })
  accent: string | null;

  @Field(() => CommunityLogo, { nullable: true, description: 'Null where its name stands for it.' })
  logo: CommunityLogo | null;

  @Field(() => String, { description: 'The time zone in which the hours are meant, by its IANA name.' })
  timeZone: string;

  @Field(() => [ContactWay], { description: 'How the company is reached, in the order it wants; at most 12.' })
  contactWays: ContactWay[];

  @Field(() => Int, { description: 'Counts the changes: what basedOn of an input means.' })
  version: number;

  /** An admin has seen enough of the first steps. */
  stepsDismissed: boolean;

  /** The numbers of the house rules in force, and of the last that all have to agree to. */
  rules: { current: number; needed: number };
}
