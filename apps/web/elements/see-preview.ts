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
    forgetFaults(form);
    button.closest('.form-acts')!.before(fresh);
    fresh.scrollIntoView({ block: 'nearest' });
    tell(words['previewShown']!);
  } finally {
    form.ariaBusy = null;
  }
}

/** What was wrong before is said no more, as it is not on the page that the server made: it may be mended by now, and is looked at again when the form is sent. */
function forgetFaults(form: HTMLFormElement): void {
  for (const fault of form.querySelectorAll('.field-fault[id]')) fault.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  const summary = document.querySelector('.problem-summary');
  const to = summary?.querySelector('a')?.hash.slice(1);
  if (summary && (form.contains(summary) || (to && form.contains(document.getElementById(to))))) summary.remove();
}
