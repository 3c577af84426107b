import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { AcceptAnswerService } from './answer/accept-answer.service.js';
import { AnswerService, type Written } from './answer/answer.service.js';
import { AskQuestionService } from './ask/ask-question.service.js';
import { AnswerIdInput, AnswerInput, CommentInput, PostPayload, VoteInput } from './post/post.type.js';
import { AskQuestionInput, SameProblemInput, StartDiscussionInput, ThreadPayload } from './thread/thread.type.js';
import { VoteService } from './vote/vote.service.js';

/** The acts of the forum: each one service call. */
@Resolver()
export class ForumResolver {
  constructor(
    private readonly questions: AskQuestionService,
    private readonly answers: AnswerService,
    private readonly accepting: AcceptAnswerService,
    private readonly votes: VoteService,
  ) {}

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Asks a question.' })
  async askQuestion(@CurrentActor() actor: Actor, @Input() input: AskQuestionInput) {
    return { threadKey: await this.questions.ask(actor, input) };
  }

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Starts a discussion: replies stand in the order they came, none is accepted.' })
  async startDiscussion(@CurrentActor() actor: Actor, @Input() input: StartDiscussionInput) {
    return { threadKey: await this.questions.discuss(actor, input) };
  }

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Answers a thread.' })
  answer(@CurrentActor() actor: Actor, @Input() input: AnswerInput): Promise<Written> {
    return this.answers.answer(actor, input);
  }

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Comments on an opening post or an answer.' })
  comment(@CurrentActor() actor: Actor, @Input() input: CommentInput): Promise<Written> {
    return this.answers.comment(actor, input);
  }

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Sets one’s vote on an opening post or an answer. Asking twice is fine.' })
  vote(@CurrentActor() actor: Actor, @Input() input: VoteInput): Promise<Written> {
    return this.votes.vote(actor, input);
  }

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Says that one has this problem too, or takes it back. Asking twice is fine.' })
  sameProblem(@CurrentActor() actor: Actor, @Input() input: SameProblemInput) {
    return this.votes.sameProblem(actor, input);
  }

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Accepts an answer as the one that solved it: by the asker, or by staff on their behalf. One a thread: another gives way.' })
  acceptAnswer(@CurrentActor() actor: Actor, @Input() input: AnswerIdInput): Promise<Written> {
    return this.accepting.accept(actor, input.postId);
  }

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Takes the acceptance of this answer back.' })
  unacceptAnswer(@CurrentActor() actor: Actor, @Input() input: AnswerIdInput): Promise<Written> {
    return this.accepting.unaccept(actor, input.postId);
  }

  @Access('staff')
  @Mutation(() => PostPayload, { description: 'Marks an answer official: the company stands by it.' })
  markOfficial(@CurrentActor() actor: Actor, @Input() input: AnswerIdInput): Promise<Written> {
    return this.accepting.markOfficial(actor, input.postId, true);
  }

  @Access('staff')
  @Mutation(() => PostPayload, { description: 'Takes the official mark of this answer back.' })
  unmarkOfficial(@CurrentActor() actor: Actor, @Input() input: AnswerIdInput): Promise<Written> {
    return this.accepting.markOfficial(actor, input.postId, false);
  }
}
