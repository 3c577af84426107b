import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { ThreadReader, type ThreadRow } from '../thread/thread.reader.js';
import { Thread, ThreadPayload } from '../thread/thread.type.js';
import { AnnounceService } from './announce.service.js';
import { AnnounceInput, EndNoticeInput, NOTICES_SHOWN, ServiceNotice } from './notice.type.js';

/** Announcements, and the notices of outages and recalls in them. */
@Resolver(() => Thread)
export class NoticeResolver {
  constructor(
    private readonly announcing: AnnounceService,
    private readonly threads: ThreadReader,
  ) {}

  @Access('everyone')
  @Query(() => [Thread], { description: 'Announcements of what is out of order right now: those in the language of the one who asks first, then the newest; at most 3.' })
  serviceNotices(@CurrentActor() actor: Actor): Promise<Thread[]> {
    return this.threads.withOngoingNotice(actor, NOTICES_SHOWN);
  }

  @Access('staff')
  @Mutation(() => ThreadPayload, { description: 'Announces something; with a notice, an outage or a recall.' })
  async announce(@CurrentActor() actor: Actor, @Input() input: AnnounceInput) {
    return { threadKey: await this.announcing.announce(actor, input) };
  }

  @Access('staff')
  @Mutation(() => ThreadPayload, { description: 'Says that what a service notice tells of is over. Saying so twice is fine.' })
  async endNotice(@CurrentActor() actor: Actor, @Input() input: EndNoticeInput) {
    return { threadKey: await this.announcing.end(actor, input) };
  }

  @ResolveField(() => ServiceNotice, { nullable: true, description: 'The outage or recall it tells of; null where it tells of none.' })
  notice(@Parent() thread: ThreadRow): ServiceNotice | null {
    return thread.notice;
  }
}
