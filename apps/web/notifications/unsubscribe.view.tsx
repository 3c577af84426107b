import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import type { unsubscriptionOperation } from './notifications.operation.js';

type Stop = NonNullable<ResultOf<typeof unsubscriptionOperation>['unsubscription']>['stop'];

/** Reached from a mail, by whoever has it: asks before it does anything, since mail programs look at links by themselves. */
export function UnsubscribeView({ page, path, stop }: { page: Page; path: string; stop: Stop }) {
  const t = page.texts.notifications;
  return (
    <Layout page={page} title={t.stopTitle} path={path} hidden>
      <div class="narrow">
        <h1>{t.stopTitle}</h1>
        <p>{t.stopAsks(t.stops[stop])}</p>
        <form method="post" action={page.href(path)}>
          <button class="button" type="submit">{t.stopOne}</button>
          {stop !== 'all' && <button class="button button-quiet" type="submit" name="all" value="true">{t.stopAll}</button>}
        </form>
      </div>
    </Layout>
  );
}

export function UnsubscribedView({ page, path, stop }: { page: Page; path: string; stop: Stop }) {
  const t = page.texts.notifications;
  return (
    <Layout page={page} title={t.stopTitle} path={path} hidden>
      <div class="narrow">
        <h1>{t.stopTitle}</h1>
        <p role="status">{t.stopped(t.stops[stop])}</p>
        <p><a href={page.href('/notifications/settings')}>{t.settings}</a></p>
      </div>
    </Layout>
  );
}
