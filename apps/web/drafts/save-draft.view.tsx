import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';

/** Where the form of a draft goes: by this the browser knows what it keeps of it. */
export function formOf(place: string): string {
  const [form, id = ''] = place.split(':');
  return id === '' ? `/${form}` : `/${id.replace(/^thr_/, 't/').replace(/^pst_/, 'p/')}/${form}`;
}

/** Beside the preview; guests have nowhere to keep a draft. `byItself`: scripts save it now and then (elements/save-draft.ts). */
export function SaveDraft({ page, byItself = true }: { page: Page; byItself?: boolean }) {
  return page.member && <button type="submit" class={byItself ? 'button button-quiet save-draft' : 'button button-quiet'} name="act" value="save">{page.texts.drafts.save}</button>;
}

/** Above a form that begins with something else although there is a draft. */
export function DraftApart({ page, path }: { page: Page; path: string }) {
  const t = page.texts.drafts;
  return <Notice kind="hint"><p>{t.apart} <a href={page.href(path)}>{t.goOn}</a></p></Notice>;
}

export function DraftSaved({ page }: { page: Page }) {
  const t = page.texts.drafts;
  return <Notice kind="done"><p>{t.saved} <a href={page.href('/drafts')}>{t.title}</a></p></Notice>;
}

/** Above a form that begins with a draft, so that nobody wonders whose words stand there; without it, they start afresh. */
export function DraftTaken({ page, place, at }: { page: Page; place: 'ask'; at: string }) {
  const t = page.texts.drafts;
  return (
    <Notice kind="hint">
      <p>{t.taken} <Moment page={page} at={at} />.</p>
      <form method="post" action={page.href('/drafts/discard')} data-discards={formOf(place)}>
        <MutationId page={page} />
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="afresh" value="1" />
        <button type="submit" class="button button-quiet">{t.discard}</button>
      </form>
    </Notice>
  );
}
