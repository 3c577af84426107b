import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';

/** What goes and what stays stands above the button; the password makes sure that it is no session left open. */
export function DeleteAccountView({ page, removes, problem }: { page: Page; removes: boolean; problem: ProblemParts | null }) {
  const t = page.texts.rights;
  return (
    <Layout page={page} title={t.deleteTitle} path="/settings/delete" hidden>
      <div class="reading rights">
        <h1>{t.deleteTitle}</h1>
        <p>{t.deleteIntro}</p>
        <section class="card" aria-labelledby="goes">
          <h2 id="goes">{t.goesTitle}</h2>
          <ul class="rights-list">{t.goes.map((each) => <li key={each}>{each}</li>)}</ul>
        </section>
        <section class="card" aria-labelledby="stays">
          <h2 id="stays">{t.staysTitle}</h2>
          <ul class="rights-list">{t.stays.map((each) => <li key={each}>{each}</li>)}</ul>
        </section>
        <p><a href={page.href('/settings/data')}>{t.dataFirst}</a></p>
        <form class="card" method="post" action={page.href('/settings/delete')}>
          <ProblemNotice problem={problem} />
          <fieldset class="settings-scopes">
            <legend>{t.textsTitle}</legend>
            <label><input type="radio" name="texts" value="keep" checked={!removes} /> {t.textsKeep}</label>
            <label><input type="radio" name="texts" value="remove" checked={removes} /> {t.textsRemove}</label>
          </fieldset>
          <p class="field-hint">{t.textsHint}</p>
          <LineField name="password" prefix="own-" label={page.texts.settings.present} type="password" autocomplete="current-password" problem={problem} />
          <button type="submit" class="button button-danger">{t.deleteNow}</button>
        </form>
        <p><a href={page.href('/settings')}>{t.toSettings}</a></p>
      </div>
    </Layout>
  );
}
