import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import type { preferencesOperation } from './notifications.operation.js';

type Preferences = ResultOf<typeof preferencesOperation>['notificationPreferences'];

/** When what is mailed; on the site everything stands in any case. */
export function NotificationSettingsView({ page, preferences, done }: { page: Page; preferences: Preferences; done: boolean }) {
  const t = page.texts.notifications;
  return (
    <Layout page={page} title={t.settings} path="/notifications/settings" hidden>
      <h1>{t.settings}</h1>
      {done && <Notice kind="done"><p>{t.saved}</p></Notice>}
      <p class="intro">{t.settingsIntro}</p>
      <form class="notification-settings" method="post" action={page.href('/notifications/settings')}>
        <MutationId page={page} />
        {preferences.map(({ topic, timing, choices }) => (
          <p key={topic}>
            <label for={topic}>{t.topics[topic]}</label>
            <select id={topic} name={topic}>
              {choices.map((choice) => <option key={choice} value={choice} selected={choice === timing}>{t.timings[choice]}</option>)}
            </select>
          </p>
        ))}
        <button class="button" type="submit">{t.save}</button>
      </form>
      <p><a href={page.href('/notifications')}>{t.title}</a></p>
    </Layout>
  );
}
