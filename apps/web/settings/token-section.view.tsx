import { Field, LineField } from '../parts/field.view.js';
import { Moment } from '../parts/moment.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { SectionProps } from './settings.view.js';

const DAYS = [7, 30, 90, 366];

/** Tokens for programs, folded away from those who have none: those there are, and a new one, whose secret is shown in this one answer. */
export function TokenSection({ page, viewer, shown }: SectionProps) {
  const t = page.texts.settings;
  return (
    <details class="card" open={shown !== null || (viewer.tokens ?? []).length > 0}>
      <summary><h2>{t.tokens}</h2></summary>
      <p class="field-hint">{t.tokensHint}</p>
      {shown?.secret && <Notice kind="done"><p>{t.made}</p><p><code class="settings-secret">{shown.secret}</code></p></Notice>}
      {(viewer.tokens ?? []).length === 0 && <p>{t.noTokens}</p>}
      <ul class="settings-list">
        {(viewer.tokens ?? []).map(({ id, name, scopes, expiresAt, lastUsedAt }) => (
          <li key={id}>
            <div>
              <strong><bdi>{name}</bdi></strong> ({scopes.map((scope) => t.scopeNames[scope]).join(', ')})
              <p class="meta">
                <span>{t.expires} <time datetime={expiresAt}>{page.texts.day(new Date(expiresAt))}</time></span>{' '}
                <span>{lastUsedAt ? <>{t.lastUsed} <Moment page={page} at={lastUsedAt} /></> : t.neverUsed}</span>
              </p>
            </div>
            <form method="post" action={page.href('/settings/token/end')}>
              <input type="hidden" name="id" value={id} />
              <button type="submit" class="button-text" aria-label={t.revokeThat(name)}>{t.revoke}</button>
            </form>
          </li>
        ))}
      </ul>
      <NewToken page={page} viewer={viewer} shown={shown} />
    </details>
  );
}

function NewToken({ page, viewer, shown }: SectionProps) {
  const t = page.texts.settings;
  const typed = shown?.fields ?? {};
  const scopes = viewer.role === 'admin' ? (['read', 'write', 'admin'] as const) : (['read', 'write'] as const);
  return (
    <form method="post" action={page.href('/settings/token')}>
      <ProblemNotice problem={shown?.problem} />
      <LineField name="name" prefix="token-" label={t.tokenName} value={typed['name'] ?? ''} problem={shown?.problem} />
      <fieldset class="settings-scopes">
        <legend>{t.scopes}</legend>
        {scopes.map((scope) => <label key={scope}><input type="checkbox" name={scope} checked={scope === 'read' || typed[scope] !== undefined} /> {t.scopeNames[scope]}</label>)}
      </fieldset>
      <Field name="days" prefix="token-" label={t.days} problem={shown?.problem}>
        {(control) => <select {...control}>{DAYS.map((days) => <option key={days} value={days} selected={String(days) === (typed['days'] ?? '90')}>{t.daysLong(days)}</option>)}</select>}
      </Field>
      <LineField name="password" prefix="token-" label={t.present} type="password" autocomplete="current-password" problem={shown?.problem} />
      <button type="submit" class="button">{t.createToken}</button>
    </form>
  );
}
