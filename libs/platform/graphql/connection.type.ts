import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { PAGE_LIMIT } from '#platform/database';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

@ObjectType({ description: 'Where a page lies within its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether anything follows.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether anything precedes.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item of this page; null where it is empty.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item of this page; null where it is empty.' })
  endCursor: string | null;
}

/** Relay's paging arguments. One of `first` and `last` is required: a list without a limit is refused. */
@ArgsType()
export class PagesArgs {
  @Field(() => Int, { nullable: true, description: 'So many from the front, 1 to 100.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  first?: number;

  @Field(() => String, { nullable: true, description: 'With first: what comes behind this cursor.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @Field(() => Int, { nullable: true, description: 'So many from the end, 1 to 100.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  last?: number;

  @Field(() => String, { nullable: true, description: 'With last: what comes before this cursor.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  before?: string;
}

/** The connection type (edges, nodes, pageInfo) of a GraphQL type, in Relay's shape. */
export function connectionOf<T>(node: Type<T>, name: string) {
  @ObjectType(`${name}Edge`, { description: 'One item of a list, with its cursor.' })
  class Edge {
    @Field(() => String, { description: 'The item’s position, for after and before.' })
    cursor: string;

    @Field(() => node, { description: 'The item.' })
    node: T;
  }

  @ObjectType({ isAbstract: true })
  class Connection {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges: Edge[];

    @Field(() => [node], { description: 'The items alone.' })
    nodes: T[];

    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo: PageInfo;
  }
  return Connection;
}
