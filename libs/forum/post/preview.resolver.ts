import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { cleanText, renderMarkdown } from '#platform/content';
import { decodeId } from '#platform/database';
import { CurrentActor } from '#platform/graphql';
import { MentionFinder, NOBODY } from '../mention/mention.finder.js';
import { BODY_LENGTH } from '../thread/thread.type.js';
import { PostReader } from './post.reader.js';

const COST_OF_RENDERING = 200; // the worst text of this length keeps the program busy for 55 ms: a request has room for five

@Resolver()
export class PreviewResolver {
  constructor(
    private readonly mentions: MentionFinder,
    private readonly posts: PostReader,
  ) {}

  @Access('everyone')
  @Query(() => String, { nullable: true, complexity: COST_OF_RENDERING, description: 'The safe HTML that a text will have once it is posted, its mentions included. Nothing is kept. Null where it is too long to be posted.' })
  async preview(
    @Args('body', { type: () => String, description: 'The text, in Markdown.' }) body: string,
    @Args('postId', { type: () => ID, nullable: true, description: 'The post that it is to stand in, where that is there already: its author is not mentioned in it.' }) postId: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<string | null> {
    const source = cleanText(body);
    if (source === null || [...source].length > BODY_LENGTH.max) return null;
    return renderMarkdown(source, await this.mentions.in(source, await this.author(actor, postId))).html;
  }

  private async author(actor: Actor, postId: string | null | undefined): Promise<string> {
    const key = postId == null ? null : decodeId('post', postId);
    const post = key ? (await this.posts.byIds(actor, [key])).get(key) : undefined;
    return (post ? post.authorId : actor.id) ?? NOBODY;
  }
}
