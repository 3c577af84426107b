import { Field, Float, InputType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsNumber, IsOptional, IsString, MaxLength, Min } from 'class-validator';

const PROOF_MOST = 2_000; // letters; a solved task has about 700

export enum HoldSignal {
  typing = 'typing',
  decoy = 'decoy',
  proof = 'proof',
  links = 'links',
  contact = 'contact',
  words = 'words',
  same = 'same',
  script = 'script',
  young = 'young',
  watched = 'watched',
  offence = 'offence',
  filter = 'filter',
  filterAway = 'filterAway',
}
registerEnumType(HoldSignal, {
  name: 'HoldSignal',
  description: 'What speaks for looking at a post before others see it. One alone seldom suffices.',
  valuesMap: {
    typing: { description: 'A first post, sent within three seconds after its form was opened.' },
    decoy: { description: 'A field was filled in that people do not see.' },
    proof: { description: 'A first post, and neither at sign-up nor now a browser has solved its little task: scripts are off, or it is no browser.' },
    links: { description: 'It leads elsewhere.' },
    contact: { description: 'It leads to a messenger or a number.' },
    words: { description: 'It has words of advertisements.' },
    same: { description: 'Nearly the same was posted within a day.' },
    script: { description: 'Most of it is in letters of neither of the community’s languages.' },
    young: { description: 'The account is not an hour old.' },
    watched: { description: 'Several members have reported what its author wrote, and nobody has looked yet.' },
    offence: { description: 'It reads like an insult.' },
    filter: { description: 'The spam filter of the operator’s choice says so.' },
    filterAway: { description: 'The spam filter of the operator’s choice did not answer.' },
  },
});

/** How a text came about. A web form says it; programs leave it out. */
@InputType({ description: 'How a text came about, as its form saw it. Programs leave it out: then nothing is held for how it was written.' })
export class WritingInput {
  @Field(() => Float, { nullable: true, description: 'Seconds between the opening of the form and its sending. Null where it is not known, as with a draft that was restored.' })
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  seconds?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the field that people do not see was filled in.' })
  @IsOptional()
  @IsBoolean()
  decoy?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The solved task of proofTask, base64. Null where there is none.' })
  @IsOptional()
  @IsString()
  @MaxLength(PROOF_MOST)
  proof?: string | null;
}
