import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, Input, pageArguments, PagesArgs } from '#platform/graphql';
import { NOTIFICATION_CURSOR, NotificationReader } from './notification.reader.js';
import { MarkNotificationsReadInput, NotificationConnection, NotificationsReadPayload } from './notification.type.js';

@Resolver()
export class NotificationResolver {
  constructor(private readonly reader: NotificationReader) {}

  @Access('member')
  @Query(() => NotificationConnection, { description: 'What the one who asks was told, the latest first.' })
  notifications(@CurrentActor() actor: Actor, @Args() pages: PagesArgs): Promise<NotificationConnection> {
    return this.reader.list(actor, pageArguments(pages, NOTIFICATION_CURSOR));
  }

  @Access('member')
  @Query(() => Int, { description: 'How many of the notifications of the one who asks are unread, at most 100: then there are that many or more.' })
  unreadNotifications(@CurrentActor() actor: Actor): Promise<number> {
    return this.reader.unread(actor);
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => NotificationsReadPayload, { description: 'Marks one’s notifications as read. Saying so twice is fine.' })
  async markNotificationsRead(@CurrentActor() actor: Actor, @Input() input: MarkNotificationsReadInput): Promise<NotificationsReadPayload> {
    return { unread: await this.reader.markRead(actor, input) };
  }
}
