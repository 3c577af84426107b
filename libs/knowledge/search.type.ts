import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { LANGUAGES, Thread } from '#forum';
import type { Language } from '#platform/access';
import { PageInfo } from '#platform/graphql';
import { KnowledgeEntry } from './entries/entry.type.js';
import { SEARCH_KINDS, SEARCH_STATES, type SearchFacets } from './facet.type.js';
import type { SearchKind } from './finding/search.filter.js';
import type { ThreadState } from './finding/thread.states.js';

const LONGEST_ACCEPTED = 20_000; // characters: whole posts are pasted into search; only the first 2,000 are used
const MOST_SUGGESTIONS = 20;

@ObjectType({ description: 'A piece of a snippet. Text, never markup: escape it like any other.' })
export class SnippetSegment {
  @Field(() => String, { description: 'The text.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether it is a word that was searched for.' })
  hit: boolean;
}

@ObjectType({ description: 'A thread that was found, or an article or FAQ entry.' })
export class SearchHit {
  @Field(() => Thread, { nullable: true, description: 'The thread; null where an entry of the knowledge base was found.' })
  thread: Thread | null;

  @Field(() => KnowledgeEntry, { nullable: true, description: 'The article or FAQ entry; null where a thread was found.' })
  entry: KnowledgeEntry | null;

  @Field(() => [SnippetSegment], { description: 'The words around what was searched for: from the answer that solved it, or else from the question.' })
  snippet: SnippetSegment[];
}

@ObjectType({ description: 'A hit with its cursor.' })
export class SearchEdge {
  @Field(() => String, { description: 'The position, for after.' })
  cursor: string;

  @Field(() => SearchHit, { description: 'The hit.' })
  node: SearchHit;
}

@ObjectType({ description: 'What answers best, best first; a hundred at most.' })
export class SearchResults {
  @Field(() => [SearchEdge], { description: 'The hits with their cursors.' })
  edges: SearchEdge[];

  @Field(() => [SearchHit], { description: 'The hits alone.' })
  nodes: SearchHit[];

  @Field(() => PageInfo, { description: 'Where this page lies.' })
  pageInfo: PageInfo;

  @Field(() => Boolean, { description: 'Whether the search engine was away and the database answered: slower, and without forgiving typing mistakes.' })
  degraded: boolean;

  estimatedTotal: () => Promise<number>;
  facets: () => Promise<SearchFacets>;
}

@ObjectType({ description: 'A thread, or an article or FAQ entry, that may answer a question.' })
export class Suggestion {
  @Field(() => Thread, { nullable: true, description: 'The thread; null where it is an entry of the knowledge base.' })
  thread: Thread | null;

  @Field(() => KnowledgeEntry, { nullable: true, description: 'The article or FAQ entry; null where it is a thread.' })
  entry: KnowledgeEntry | null;
}

@ObjectType({ description: 'What may already answer a question that somebody is about to ask.' })
export class Suggestions {
  @Field(() => [Suggestion], { description: 'Threads and entries together, best first. None rather than wrong ones: of a sentence those that are unlikely to answer it are left out.' })
  nodes: Suggestion[];

  @Field(() => [KnowledgeEntry], { description: 'Articles and FAQ entries that may answer it, best first. With the threads no more than were asked for.' })
  entries: KnowledgeEntry[];

  @Field(() => [Thread], { description: 'The threads, best first. None rather than wrong ones: of a sentence those that are unlikely to answer it are left out.' })
  threads: Thread[];

  @Field(() => Float, { description: 'How likely the best there is answers it, 0 to 1; 0 where nothing was found. Below 0.16 a sentence gets no suggestion; a few words get theirs, since they may still be typed. Fitted on real support desks, where every second question has no answer.' })
  confidence: number;

  @Field(() => Boolean, { description: 'Whether the search engine was away and the database answered.' })
  degraded: boolean;
}

@ArgsType()
export class SearchArgs {
  @Field(() => String, { description: 'A few words, a sentence or a whole post, German or English. The first 2,000 characters are used.' })
  @IsString()
  @MaxLength(LONGEST_ACCEPTED)
  text: string;

  @Field(() => Int, { description: 'So many, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first: number;

  @Field(() => String, { nullable: true, description: 'What comes behind this cursor.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @Field(() => String, { nullable: true, description: 'Only in this category (its name in addresses) and in those below it.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string;

  @Field(() => String, { nullable: true, description: 'Only with this tag.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  tag?: string;

  @Field(() => Boolean, { nullable: true, description: 'true: only what is solved; false: only what is not.' })
  @IsOptional()
  @IsBoolean()
  solved?: boolean;

  @Field(() => SEARCH_STATES, { nullable: true, description: 'Only what has become this.' })
  @IsOptional()
  @IsEnum(SEARCH_STATES)
  state?: ThreadState;

  @Field(() => SEARCH_KINDS, { nullable: true, description: 'Only what is of this kind.' })
  @IsOptional()
  @IsEnum(SEARCH_KINDS)
  kind?: SearchKind;

  @Field(() => LANGUAGES, { nullable: true, description: 'Only threads in this language.' })
  @IsOptional()
  @IsEnum(LANGUAGES)
  language?: Language;
}

@ArgsType()
export class SuggestArgs {
  @Field(() => String, { description: 'What was typed so far: a title, or a title, a line break and the text. A suggestion that answers the first line is as likely as one that answers all.' })
  @IsString()
  @MaxLength(LONGEST_ACCEPTED)
  text: string;

  @Field(() => Int, { defaultValue: 5, description: 'So many, 1 to 20.' })
  @IsInt()
  @Min(1)
  @Max(MOST_SUGGESTIONS)
  first: number;
}
