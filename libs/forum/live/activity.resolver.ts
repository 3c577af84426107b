import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { type GraphqlContext, notFound } from '#platform/graphql';
import { ThreadActivity } from './activity.type.js';
import { ThreadActivities } from './thread-activities.js';

@Resolver()
export class ActivityResolver {
  constructor(private readonly activities: ThreadActivities) {}

  @Access('everyone')
  @Subscription(() => ThreadActivity, { description: 'What happens in a thread from now on, as far as one may see it. It ends with the session.', resolve: (activity: ThreadActivity) => activity })
  async threadActivity(@Args('threadId', { type: () => ID, description: 'Which thread.' }) threadId: string, @Context() { credential = { kind: 'guest' } }: GraphqlContext) {
    const stream = await this.activities.of(credential, threadId);
    if (!stream) throw notFound();
    return stream;
  }
}
