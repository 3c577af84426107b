import type { Page } from '../page/visit.js';
import { Notice } from '../parts/notice.view.js';

/** Beside the preview; guests have nowhere to keep a draft. */
export function SaveDraft({ page }: { page: Page }) {
  return page.member && <button type="submit" class="button button-quiet" name="act" value="save">{page.texts.drafts.save}</button>;
}

export function DraftSaved({ page }: { page: Page }) {
  const t = page.texts.drafts;
  return <Notice kind="done"><p>{t.saved} <a href={page.href('/drafts')}>{t.title}</a></p></Notice>;
}
