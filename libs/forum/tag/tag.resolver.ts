import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { Input } from '#platform/graphql';
import { TagService } from './tag.service.js';
import { CreateTagInput, Tag, TagPayload } from './tag.type.js';

const MOST_TAGS = 100;

@Resolver(() => Tag)
export class TagResolver {
  constructor(private readonly tags: TagService) {}

  @Access('everyone')
  @Query(() => [Tag], { name: 'tags', description: 'The tags used most, at most 100.' })
  popular(
    @Args('first', { type: () => Int, description: 'How many, 1 to 100.' }) first: number,
    @Args('startsWith', { type: () => String, defaultValue: '', description: 'Only those that begin so.' }) startsWith: string,
  ): Promise<Tag[]> {
    return this.tags.popular(startsWith.slice(0, 40), Math.min(Math.max(first, 1), MOST_TAGS));
  }

  @Access('everyone')
  @Query(() => Tag, { nullable: true, description: 'A tag by its word; null where there is none.' })
  tag(@Args('name', { type: () => String, description: 'The word, as it is stored: lower case.' }) name: string): Promise<Tag | null> {
    return this.tags.byName(name);
  }

  @Access('admin')
  @Mutation(() => TagPayload, { description: 'Makes a tag.' })
  async createTag(@Input() input: CreateTagInput) {
    return { tag: await this.tags.create(input) };
  }
}
