import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { Done, Shown } from './settings.controller.js';
import type { settingsOperation } from './settings.operation.js';
import { THEMES } from './themes.js';
import { TokenSection } from './token-section.view.js';

export type Viewer = NonNullable<ResultOf<typeof settingsOperation>['viewer']>;

export interface SectionProps {
  page: Page;
  viewer: Viewer;
  /** What was shown into this very section: its form refused, or a token made. */
  shown: Shown | null;
}

/** One's own account, a section for each thing; each section is a form of its own. */
export function SettingsView({ page, viewer, shown, done }: { page: Page; viewer: Viewer; shown: Shown | null; done: Done | undefined }) {
  const t = page.texts.settings;
  const given = (form: Shown['form']): SectionProps => ({ page, viewer, shown: shown?.form === form ? shown : null });
  return (
    <Layout page={page} title={t.title} path="/settings" hidden>
      <div class="reading settings">
        <h1>{t.title}</h1>
        <ul class="settings-elsewhere">
          <li><a href={page.href('/settings/address')}>{page.texts.address.changeTitle}</a></li>
          <li><a href={page.href('/notifications/settings')}>{page.texts.notifications.settings}</a></li>
          <li><a href={page.href('/settings/data')}>{page.texts.rights.dataTitle}</a></li>
          <li><a href={page.href('/settings/muted')}>{page.texts.keeping.mutedTitle}</a></li>
          <li><a href={page.href('/drafts')}>{page.texts.drafts.title}</a></li>
          <li><a href={page.href('/settings/delete')}>{page.texts.rights.deleteTitle}</a></li>
        </ul>
        {done && <Notice kind="done"><p>{t.done[done]}</p></Notice>}
        <NameSection {...given('name')} />
        <LanguageSection {...given('language')} />
        <ThemeSection {...given('theme')} />
        <PasswordSection {...given('password')} />
        <SessionSection {...given('session')} />
        <TokenSection {...given('token')} />
      </div>
    </Layout>
  );
}

function NameSection({ page, viewer, shown }: SectionProps) {
  const t = page.texts.settings;
  return (
    <form class="card" method="post" action={page.href('/settings/name')}>
      <h2>{t.name}</h2>
      <ProblemNotice problem={shown?.problem} />
      <MutationId page={page} />
      <LineField name="name" prefix="own-" label={page.texts.people.name} hint={t.nameHint} autocomplete="nickname" value={shown?.fields['name'] ?? viewer.name} problem={shown?.problem} />
      <button type="submit" class="button">{t.changeName}</button>
    </form>
  );
}

function LanguageSection({ page, viewer, shown }: SectionProps) {
  const t = page.texts.settings;
  return (
    <form class="card" method="post" action={page.href('/settings/language')}>
      <h2>{t.language}</h2>
      <ProblemNotice problem={shown?.problem} />
      <MutationId page={page} />
      <Field name="language" prefix="own-" label={t.language} hint={t.languageHint} problem={shown?.problem}>
        {(control) => <select {...control}>{(['de', 'en'] as const).map((each) => <option key={each} value={each} selected={each === viewer.language}>{t.languages[each]}</option>)}</select>}
      </Field>
      <button type="submit" class="button">{t.changeLanguage}</button>
    </form>
  );
}

function ThemeSection({ page, viewer, shown }: SectionProps) {
  const t = page.texts.settings;
  return (
    <form class="card" method="post" action={page.href('/settings/theme')}>
      <h2>{t.theme}</h2>
      <ProblemNotice problem={shown?.problem} />
      <MutationId page={page} />
      <fieldset class="settings-scopes">
        <legend>{t.themeHint}</legend>
        {THEMES.map((each) => <label key={each}><input type="radio" name="theme" value={each} checked={each === viewer.theme} /> {t.themes[each]}</label>)}
      </fieldset>
      <button type="submit" class="button">{t.changeTheme}</button>
    </form>
  );
}

function PasswordSection({ page, shown }: SectionProps) {
  const t = page.texts.settings;
  return (
    <form class="card" method="post" action={page.href('/settings/password')}>
      <h2>{t.password}</h2>
      <ProblemNotice problem={shown?.problem} />
      <LineField name="password" prefix="own-" label={t.present} type="password" autocomplete="current-password" problem={shown?.problem} />
      <LineField name="newPassword" prefix="own-" label={t.next} hint={`${page.texts.people.passwordHint} ${t.passwordHint}`} type="password" autocomplete="new-password" problem={shown?.problem} />
      <button type="submit" class="button">{t.changePassword}</button>
    </form>
  );
}

function SessionSection({ page, viewer, shown }: SectionProps) {
  const t = page.texts.settings;
  return (
    <section class="card" aria-labelledby="sessions">
      <h2 id="sessions">{t.sessions}</h2>
      <ProblemNotice problem={shown?.problem} />
      <p class="field-hint">{t.sessionsHint}</p>
      <ul class="settings-list">
        {(viewer.sessions ?? []).map(({ id, userAgent, network, createdAt, current }) => (
          <li key={id}>
            <div>
              <strong>{browserIn(userAgent) || t.unknownBrowser}</strong>{current && <> ({t.thisSession})</>}
              <p class="meta"><span>{network}</span> <span>{t.signedIn} <Moment page={page} at={createdAt} /></span></p>
            </div>
            {!current && (
              <form method="post" action={page.href('/settings/session')}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" class="button-text" aria-label={t.signOutThat(browserIn(userAgent) || t.unknownBrowser)}>{t.signOut}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Firefox, Windows": the two things in a user agent that its owner recognizes; else what it says, in short. */
function browserIn(userAgent: string): string {
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(userAgent)?.[0];
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(userAgent)?.[0];
  const name = { Edg: 'Edge', OPR: 'Opera' }[browser ?? ''] ?? browser;
  return name ? [name, system].filter(Boolean).join(', ') : userAgent.slice(0, 40);
}
