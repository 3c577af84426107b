import type { Words } from './compose-helps.js';
import { fetchPage, sent, tell, withoutFiles } from './pages.js';

/** Puts the preview that the server made of a form above the form's buttons, where somebody is writing. Files stay chosen and are sent with the form itself. */
export async function showPreview(form: HTMLFormElement, button: HTMLElement, words: Words): Promise<void> {
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  try {
    const page = await fetchPage(form.action, withoutFiles(sent(form, button)));
    const fresh = page.document.querySelector('.preview');
    if (!fresh) throw new Error('There is no preview in this page.');
    form.querySelector('.preview')?.remove();
    button.closest('.form-acts')!.before(fresh);
    fresh.scrollIntoView({ block: 'nearest' });
    tell(words['previewShown']!);
  } finally {
    form.ariaBusy = null;
  }
}
