import { Get, NotFoundException, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { VariablesOf } from '../graphql/document.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { Bell } from './bell.js';
import { markReadOperation, notificationsOperation, preferencesOperation, setPreferencesOperation } from './notifications.operation.js';
import { NotificationsView } from './notifications.view.js';
import { NotificationSettingsView } from './settings.view.js';

const PAGE_SIZE = 30;

type Chosen = VariablesOf<typeof setPreferencesOperation>['input']['preferences'];

/** What a member was told, and how they want it mailed. */
@Pages()
export class NotificationsController {
  constructor(
    private readonly asking: Asking,
    private readonly bell: Bell,
  ) {}

  @Get('notifications')
  async list(@Visiting() visit: Visit, @Query() query: PlaceQuery): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return this.signIn(visit);
    const { notifications } = await this.asking.ask(actor, notificationsOperation, pagePlace(query, PAGE_SIZE));
    await this.bell.count(visit); // whether there is anything to mark as read
    return show(<NotificationsView page={page} notifications={notifications} />);
  }

  @Post('notifications/read')
  async read(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) return this.signIn(visit);
    const { ids, upTo, clientMutationId } = fieldsOf(request);
    const which = ids ? { ids: ids.split(' ').slice(0, 100) } : { upTo: upTo ?? '' };
    const { marked } = await this.asking.ask(actor, markReadOperation, { input: { ...which, clientMutationId: clientMutationId ?? null } });
    if (marked.problem) throw new NotFoundException(); // no form of ours sends this
    return goTo(page.href('/notifications'));
  }

  @Get('notifications/settings')
  async settings(@Visiting() visit: Visit, @Query('done') done?: string): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return this.signIn(visit);
    const { notificationPreferences } = await this.asking.ask(actor, preferencesOperation, {});
    return show(<NotificationSettingsView page={page} preferences={notificationPreferences} done={done !== undefined} />);
  }

  @Post('notifications/settings')
  async set(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) return this.signIn(visit);
    const fields = fieldsOf(request);
    const { notificationPreferences } = await this.asking.ask(actor, preferencesOperation, {});
    // what no form of ours offers is left as it is
    const preferences: Chosen = notificationPreferences.flatMap(({ topic, choices }) => choices.filter((timing) => timing === fields[topic]).map((timing) => ({ topic, timing })));
    if (preferences.length === 0) throw new NotFoundException();
    const { set } = await this.asking.ask(actor, setPreferencesOperation, { input: { preferences, clientMutationId: fields['clientMutationId'] ?? null } });
    if (set.problem) throw new NotFoundException();
    return goTo(page.href('/notifications/settings?done'));
  }

  private signIn({ page }: Visit): Reply {
    return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/notifications'))}`));
  }
}
