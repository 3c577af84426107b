import type { Child } from '../html/html.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';

/** A narrow page with one thing to say. */
export function WordView({ page, title, children }: { page: Page; title: string; children: Child }) {
  return (
    <Layout page={page} title={title} hidden>
      <div class="narrow card word">
        <h1>{title}</h1>
        {children}
      </div>
    </Layout>
  );
}

/** What a mailed link opens: mail scanners follow links, and press no buttons. */
export function LinkView({ page, title, intro, button, action }: { page: Page; title: string; intro: string; button: string; action: string }) {
  return (
    <WordView page={page} title={title}>
      <p>{intro}</p>
      <form method="post" action={page.href(action)}><button type="submit" class="button">{button}</button></form>
    </WordView>
  );
}

export function GoneView({ page, path, way }: { page: Page; path: string; way: string }) {
  const t = page.texts.address;
  return (
    <WordView page={page} title={t.goneTitle}>
      <p>{t.gone}</p>
      <p><a class="button button-quiet" href={page.href(path)}>{way}</a></p>
    </WordView>
  );
}
