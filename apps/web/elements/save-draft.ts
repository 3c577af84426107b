import type { Words } from './compose-helps.js';
import { discarding, formPath } from './form-path.js';
import { holdSending } from './hold-sending.js';
import { isSending, sent } from './pages.js';

const EVERY_MS = 10_000;

/** Saves a member's draft while they write, as the button does, and says when it was last saved. What is sent meanwhile waits for it: the draft goes when the text is posted. */
export function saveDraft(form: HTMLFormElement, button: HTMLButtonElement, words: Words): void {
  let timer = 0;
  let saving: Promise<boolean> | null = null;
  const state = document.createElement('p');
  state.className = 'field-hint draft-state';
  form.append(state);

  const save = (): void => {
    clearTimeout(timer);
    timer = 0;
    saving = send(form, button)
      .then((saved) => {
        state.textContent = saved ? words['draftSaved']!.replace('#', new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' })) : words['draftNotSaved']!;
        return true; // a text is sent whether or not it was kept before
      })
      .finally(() => { saving = null; });
  };
  form.addEventListener('input', () => { timer ||= window.setTimeout(save, EVERY_MS); });
  addEventListener('pagehide', () => { if (timer) save(); });
  // whoever signs out takes the session along by which it is saved
  for (const leaving of document.querySelectorAll<HTMLFormElement>('form[action$="/sign-out"]')) {
    leaving.addEventListener('submit', () => { if (timer) save(); }, { capture: true });
    holdSending(leaving, () => saving);
  }
  // what is discarded must not be saved again by leaving the page
  for (const sending of [form, ...discarding(formPath(form))]) {
    holdSending(sending, () => saving);
    sending.addEventListener('submit', ({ submitter }) => {
      if (!isSending(submitter)) return;
      clearTimeout(timer);
      timer = 0;
    });
  }
}

/** `keepalive`: it is sent even if the page is being left. */
async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<boolean> {
  const request = sent(form, button);
  if (request.body instanceof FormData) for (const name of ['files', 'agreesToRules']) request.body.delete(name); // who ticks a box has not pressed a button yet
  const response = await fetch(form.action, { ...request, redirect: 'manual', keepalive: true }).catch(() => null);
  return response?.type === 'opaqueredirect'; // the page that says so need not be loaded
}
