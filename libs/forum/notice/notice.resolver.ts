import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import type { ThreadRow } from '../thread/thread.reader.js';
import { Thread, ThreadPayload } from '../thread/thread.type.js';
import { AnnounceService } from './announce.service.js';
import { COMPARED_MOST, NoticeReader } from './notice.reader.js';
import { NoticeService } from './notice.service.js';
import { AnnounceInput, EndNoticeInput, NOTICES_SHOWN, SayWorksInput, ServiceNotice, ServiceNoticesArgs, UpdateNoticeInput } from './notice.type.js';
import { WorksService } from './works.service.js';

/** With something to compare them with, more are read than shown. */
const costOfNotices = ({ args, childComplexity }: { args: { about?: unknown }; childComplexity: number }) => (args.about ? COMPARED_MOST : 0) + 1 + NOTICES_SHOWN * childComplexity;

/** Announcements, and the notices of outages and recalls in them. */
@Resolver(() => Thread)
export class NoticeResolver {
  constructor(
    private readonly announcing: AnnounceService,
    private readonly notices: NoticeService,
    private readonly words: WorksService,
    private readonly reader: NoticeReader,
  ) {}

  @Access('everyone')
  @Query(() => [Thread], { complexity: costOfNotices, description: 'Announcements of what is out of order right now: what matches `about` first, then those in the language of the one who asks, then the newest; at most 3.' })
  serviceNotices(@CurrentActor() actor: Actor, @Args() { about, matching }: ServiceNoticesArgs): Promise<Thread[]> {
    return this.reader.ongoing(actor, about, matching);
  }

  @Access('staff')
  @Mutation(() => ThreadPayload, { description: 'Announces something; with a notice, an outage or a recall.' })
  async announce(@CurrentActor() actor: Actor, @Input() input: AnnounceInput) {
    return { threadKey: await this.announcing.announce(actor, input) };
  }

  @Access('staff')
  @Mutation(() => ThreadPayload, { description: 'Says how far it has come with what a service notice tells of; those who follow it are told, and once it is over all whom it concerned.' })
  async updateNotice(@CurrentActor() actor: Actor, @Input() input: UpdateNoticeInput) {
    return { threadKey: await this.notices.update(actor, input) };
  }

  @Access('staff')
  @Mutation(() => ThreadPayload, { description: 'Says that what a service notice tells of is over, without another word. Saying so twice is fine.' })
  async endNotice(@CurrentActor() actor: Actor, @Input() input: EndNoticeInput) {
    return { threadKey: await this.notices.end(actor, input) };
  }

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Says whether it works again for oneself, once a service notice is over. Saying so twice is fine.' })
  sayWorks(@CurrentActor() actor: Actor, @Input() input: SayWorksInput): Promise<{ threadKey: string }> {
    return this.words.say(actor, input);
  }

  @ResolveField(() => ServiceNotice, { nullable: true, description: 'The outage or recall it tells of; null where it tells of none.' })
  notice(@Parent() thread: ThreadRow): ServiceNotice | null {
    return thread.notice;
  }
}
