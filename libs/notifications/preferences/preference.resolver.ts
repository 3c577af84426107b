import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { NotificationPreference, NotificationPreferencesPayload, SetNotificationPreferencesInput, UnsubscribeInput, UnsubscribePayload, Unsubscription } from './preference.type.js';
import { PreferenceService } from './preference.service.js';

@Resolver()
export class PreferenceResolver {
  constructor(private readonly preferences: PreferenceService) {}

  @Access('member')
  @Query(() => [NotificationPreference], { description: 'When notifications are mailed to the one who asks, topic by topic.' })
  notificationPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreference[]> {
    return this.preferences.of(actor.memberId);
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => NotificationPreferencesPayload, { description: 'Sets when notifications are mailed.' })
  async setNotificationPreferences(@CurrentActor() actor: Actor, @Input() input: SetNotificationPreferencesInput): Promise<NotificationPreferencesPayload> {
    return { preferences: await this.preferences.set(actor, input.preferences) };
  }

  @Access('everyone')
  @Query(() => Unsubscription, { nullable: true, description: 'What a link in a mail stops; null where it is none of ours.' })
  async unsubscription(@Args('token', { type: () => String, description: 'The last part of the link.' }) token: string): Promise<Unsubscription | null> {
    const stop = await this.preferences.stopOf(token);
    return stop && { stop };
  }

  @Access('everyone')
  @WhileSuspended()
  @Mutation(() => UnsubscribePayload, { description: 'Stops mails by a link out of one of them, without signing in. Once more is fine.' })
  async unsubscribe(@Input() input: UnsubscribeInput): Promise<UnsubscribePayload> {
    return { stopped: await this.preferences.unsubscribe(input.token, input.all) };
  }
}
