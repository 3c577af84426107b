import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { SignInForm, type SignInState } from './sign-in-form.view.js';
import { SignUpForm, type SignUpState } from './sign-up-form.view.js';

export function SignInView({ page, next, email = '', state }: { page: Page; next: string; email?: string; state?: SignInState }) {
  const t = page.texts.people;
  return (
    <Layout page={page} title={t.signInTitle} path="/sign-in" hidden>
      <div class="narrow card">
        <h1>{t.signInTitle}</h1>
        <SignInForm page={page} state={state} email={email} draft={null} next={next} />
        <p class="aside"><a href={page.href('/forgot')}>{page.texts.address.forgot}</a></p>
        <p class="aside">{t.noAccount} <a href={page.href(`/sign-up${nextQuery(next)}`)}>{page.texts.page.signUp}</a></p>
      </div>
    </Layout>
  );
}

export function SignUpView({ page, next, state }: { page: Page; next: string; state?: SignUpState }) {
  const t = page.texts.people;
  return (
    <Layout page={page} title={t.signUpTitle} path="/sign-up" hidden>
      <div class="narrow card">
        <h1>{t.signUpTitle}</h1>
        <SignUpForm page={page} state={state} draft={null} next={next} />
        <p class="aside">{t.haveAccount} <a href={page.href(`/sign-in${nextQuery(next)}`)}>{page.texts.page.signIn}</a></p>
      </div>
    </Layout>
  );
}

function nextQuery(next: string): string {
  return next ? `?next=${encodeURIComponent(next)}` : '';
}
