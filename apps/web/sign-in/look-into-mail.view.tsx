import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import type { Draft } from './sent.form.js';

/** After a sign-up where addresses are verified: the same page whether the address had an account or not. */
export function LookIntoMailView({ page, email, draft }: { page: Page; email: string; draft: Draft | null }) {
  const t = page.texts.address;
  return (
    <Layout page={page} title={t.lookTitle} path="/sign-in" hidden>
      <div class="word reading">
        <h1>{t.lookTitle}</h1>
        <p class="intro">{t.look(email)}</p>
        <p>{draft ? t.lookSaved : t.lookThen}</p>
        <p>{t.lookNone} <a href={page.href('/sign-in')}>{page.texts.page.signIn}</a></p>
      </div>
      {draft && (
        <section class="kept" aria-labelledby="kept">
          <h2 id="kept">{page.texts.people.draftYours}</h2>
          {draft.fields['title'] && <p class="kept-title">{draft.fields['title']}</p>}
          <pre class="kept-text" tabindex={0}>{draft.fields['body']}</pre>
        </section>
      )}
    </Layout>
  );
}
