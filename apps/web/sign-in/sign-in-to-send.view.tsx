import { FILES_AGAIN } from '../files/attaching.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import type { Draft } from './sent.form.js';
import { KeepTyped } from '../parts/writing-helps.view.js';
import { Notice } from '../parts/notice.view.js';
import { SignInForm, type SignInState } from './sign-in-form.view.js';
import { SignUpForm, type SignUpState } from './sign-up-form.view.js';

interface Props {
  page: Page;
  draft: Draft;
  signIn?: SignInState;
  signUp?: SignUpState;
}

/** Somebody who is not signed in has sent a text: it waits here, in the page alone, and goes out with the sign-in. */
export function SignInToSendView({ page, draft, signIn, signUp }: Props) {
  const t = page.texts.people;
  return (
    <Layout page={page} title={t.draftTitle} path="/" hidden>
      <h1>{t.draftTitle}</h1>
      {draft.fields[FILES_AGAIN] ? <Notice kind="problem"><p>{page.texts.files.again}</p></Notice> : <p class="intro">{t.draftIntro}</p>}
      <div class="two-ways">
        <section class="card" aria-labelledby="known"><h2 id="known">{t.draftKnown}</h2><SignInForm page={page} state={signIn} draft={draft} next="" /><p class="aside"><a href={page.href('/forgot')} target="_blank" rel="noopener">{page.texts.address.forgot}</a></p></section>
        {draft.kind !== 'edit' && <section class="card" aria-labelledby="new"><h2 id="new">{t.draftNew}</h2><SignUpForm page={page} state={signUp} draft={draft} next="" /></section>}
      </div>
      <section class="kept" aria-labelledby="kept">
        <h2 id="kept">{t.draftYours}</h2>
        {draft.fields['title'] && <p class="kept-title">{draft.fields['title']}</p>}
        <pre class="kept-text" tabindex={0}>{draft.fields['body']}</pre>
      </section>
      <KeepTyped page={page} />
    </Layout>
  );
}
