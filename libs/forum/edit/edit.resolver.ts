import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { costsAStatement, CurrentActor, Input, PagesArgs, pageArguments } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { Post, PostPayload } from '../post/post.type.js';
import { EditService } from './edit.service.js';
import { COST_OF_A_DIFF, EditPostInput, FieldChange, Revision, RevisionConnection, TextSegment } from './edit.type.js';
import { fieldDiff } from './field.diff.js';
import { REVISION_CURSOR, RevisionReader } from './revision.reader.js';
import { type Segment, wordDiff } from './word.diff.js';

@Resolver(() => Post)
export class EditResolver {
  constructor(
    private readonly edits: EditService,
    private readonly revisions: RevisionReader,
  ) {}

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Changes a post; of an opening also title, tags, and what is said in the fields of its category. What stood there before is kept in its history.' })
  editPost(@CurrentActor() actor: Actor, @Input() input: EditPostInput): Promise<Written> {
    return this.edits.edit(actor, input);
  }

  @ResolveField(() => RevisionConnection, { name: 'revisions', complexity: costsAStatement, description: 'Its edits, the latest first.' })
  history(@Parent() post: Post, @Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<RevisionConnection> {
    return this.revisions.page(actor, post, pageArguments(args, REVISION_CURSOR));
  }
}

@Resolver(() => Revision)
export class RevisionResolver {
  @ResolveField(() => [TextSegment], { complexity: COST_OF_A_DIFF, description: 'What became of the text, word by word.' })
  changes(@Parent() { before, after }: Revision): Segment[] {
    return wordDiff(before.source, after.source);
  }

  @ResolveField(() => [TextSegment], { nullable: true, description: 'What became of the title; null where it stayed.' })
  titleChanges(@Parent() { before, after }: Revision): Segment[] | null {
    return before.title === null || after.title === null || before.title === after.title ? null : wordDiff(before.title, after.title);
  }

  @ResolveField(() => [String], { description: 'Tags it gave.' })
  tagsAdded(@Parent() { before, after }: Revision): string[] {
    return before.tags === null ? [] : (after.tags ?? []).filter((tag) => !before.tags!.includes(tag));
  }

  @ResolveField(() => [String], { description: 'Tags it took.' })
  tagsRemoved(@Parent() { before, after }: Revision): string[] {
    return after.tags === null ? [] : (before.tags ?? []).filter((tag) => !after.tags!.includes(tag)); // what opened a thread may be a comment in another now
  }

  @ResolveField(() => [FieldChange], { description: 'Fields of the category in which it changed what is said.' })
  fieldChanges(@Parent() { before, after }: Revision): FieldChange[] {
    return fieldDiff(before.fields, after.fields);
  }
}
