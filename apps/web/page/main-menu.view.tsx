import type { Language } from '../texts/index.js';
import { BellLink } from '../notifications/bell.view.js';
import type { Page } from './visit.js';

/** `here`: the very address, for the same page in the other language. */
export function MainMenu({ page, path, here, other }: { page: Page; path: string; here: string; other: Language }) {
  const t = page.texts.page;
  const isSigning = path.startsWith('/sign-');
  const next = path === '/' || isSigning ? '' : `?next=${encodeURIComponent(page.href(path))}`;
  return (
    <nav class="main-menu" aria-label={t.mainMenu}>
      <a class={page.member ? 'main-menu-threads main-menu-wide' : 'main-menu-threads'} href={page.href('/threads')} title={t.threads}>{t.browse}</a>
      <a class="main-menu-language" href={page.hrefIn(other, here)} lang={other} hreflang={other} title={t.otherLanguageLabel}>{t.otherLanguage}</a>
      {page.member ? <MemberMenu page={page} /> : <a href={page.href(`/sign-in${next}`)}>{t.signIn}</a>}
    </nav>
  );
}

function MemberMenu({ page }: { page: Page }) {
  const t = page.texts.page;
  const member = page.member!;
  return (
    <>
      <BellLink page={page} />
      <a class="main-menu-work" href={page.href('/work')}>{page.texts.work.menu}</a>
      {member.isAdmin && <a href={page.href('/admin')}>{t.admin}</a>}
      <a class="main-menu-member" href={page.href(`/m/${member.key}`)} title={t.profile}>{member.name}</a>
      <form method="post" action={page.href('/sign-out')}>
        <button class="button-text" type="submit">{t.signOut}</button>
      </form>
    </>
  );
}
