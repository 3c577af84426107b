import { Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, type GraphqlContext, Input, loaderOf } from '#platform/graphql';
import { Post } from '../post/post.type.js';
import { AttachmentReader } from './attachment.reader.js';
import { AttachmentService } from './attachment.service.js';
import { Attachment, AttachmentPayload, RemoveAttachmentInput } from './attachment.type.js';

@Resolver(() => Post)
export class AttachmentResolver {
  constructor(
    private readonly reader: AttachmentReader,
    private readonly attachments: AttachmentService,
  ) {}

  @ResolveField(() => [Attachment], { name: 'attachments', description: 'The files that hang on it, in the order they were sent.' })
  async ofPost(@Parent() post: Post, @Context() context: GraphqlContext): Promise<Attachment[]> {
    return (await loaderOf<string, Attachment[]>(context, 'attachments', (keys) => this.reader.ofPosts(keys)).load(post.key)) ?? [];
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => AttachmentPayload, { description: 'Removes a file that one has sent; out of a post, too, where it leaves a gap.' })
  async removeAttachment(@CurrentActor() actor: Actor, @Input() input: RemoveAttachmentInput) {
    return { removedId: await this.attachments.remove(actor, input.attachmentId) };
  }
}
