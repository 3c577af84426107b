import type { Language } from '../texts/index.js';
import { BellLink } from '../notifications/bell.view.js';
import { Icon } from '../parts/icon.view.js';
import type { Page } from './visit.js';

/** `here`: the very address, for the same page in the other language. What is folded away on a phone lies open where there is room (layout.css). */
export function MainMenu({ page, path, here, other }: { page: Page; path: string; here: string; other: Language }) {
  const t = page.texts.page;
  const isSigning = path.startsWith('/sign-');
  const next = path === '/' || isSigning ? '' : `?next=${encodeURIComponent(page.href(path))}`;
  return (
    <nav class={page.member ? 'main-menu main-menu-own' : 'main-menu'} aria-label={t.mainMenu}>
      {page.member && <BellLink page={page} />}
      <details class="main-menu-rest">
        <summary><Icon name="menu" />{t.menu}</summary>
        <div class="main-menu-list">
          <a class="main-menu-threads" href={page.href('/threads')} title={t.threads}>{t.browse}</a>
          <a href={page.href('/faq')} title={page.texts.knowledge.faq}>{page.texts.knowledge.faqShort}</a>
          {page.member && <MemberMenu page={page} />}
          <a class="main-menu-language" href={page.hrefIn(other, here)} lang={other} hreflang={other} title={t.otherLanguageLabel}>{t.otherLanguage}</a>
          {page.member && <SignOut page={page} />}
        </div>
      </details>
      {!page.member && <a href={page.href(`/sign-in${next}`)}>{t.signIn}</a>}
      {!page.member && <a class="main-menu-sign-up" href={page.href(`/sign-up${next}`)}>{t.signUp}</a>}
    </nav>
  );
}

function MemberMenu({ page }: { page: Page }) {
  const t = page.texts.page;
  const member = page.member!;
  return (
    <>
      <a class="main-menu-work" href={page.href('/work')}>{page.texts.work.menu}</a>
      {member.isAdmin && <a href={page.href('/admin')}>{t.admin}</a>}
      <a class="main-menu-member" href={page.href(`/m/${member.key}`)} title={t.profile}>{member.name}</a>
      <a class="main-menu-settings" href={page.href('/settings')}>{page.texts.settings.link}</a>
    </>
  );
}

function SignOut({ page }: { page: Page }) {
  return (
    <form method="post" action={page.href('/sign-out')}>
      <button class="button-text" type="submit">{page.texts.page.signOut}</button>
    </form>
  );
}
