import type { Page } from '../page/visit.js';

/**
 * What tells a person's form from a program's, for those whom nobody knows yet: when it was opened, a field that people do not see, and a task that
 * a browser solves while they type. `fresh`: nothing stood in it yet; a text that was restored is sent within a second by honest people.
 */
export function Writing({ page, fresh, always = false }: { page: Page; fresh: boolean; always?: boolean }) {
  const t = page.texts.screening;
  if (!page.screening || !(always || page.member?.isScreened)) return null;
  return (
    <>
      {fresh && page.member && <input type="hidden" name="opened" value={page.now.getTime()} />}
      <p class="decoy" aria-hidden="true"><label>{t.decoy} <input name="nickname_confirm" tabindex={-1} autocomplete="off" /></label></p>
      <prove-work data-from="/proof" />
      <script type="module" src={page.asset('prove-work.js')} />
    </>
  );
}
