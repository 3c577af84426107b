import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import { type GraphqlContext, loaderOf } from '#platform/graphql';
import { Post } from '../post/post.type.js';
import { MentionFinder } from './mention.finder.js';

@Resolver(() => Post)
export class MentionResolver {
  constructor(private readonly mentions: MentionFinder) {}

  @ResolveField('mentions', () => [Member], { description: 'The members it names, at most 10: `@` and the name.' })
  async named(@Parent() post: Post, @Context() context: GraphqlContext): Promise<Member[]> {
    return (await loaderOf<string, Member[]>(context, 'mentions', (keys) => this.mentions.ofPosts(keys)).load(post.key)) ?? [];
  }
}
