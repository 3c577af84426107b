const PREFIX = 'typed:';

/**
 * What somebody types on this page and has not sent lasts as long as the tab: over a vote, a look at another page, signing in.
 * Not longer, because others may use the browser, too; drafts are for that. Without scripts, the button that saves a draft is the way.
 */
class KeepTyped extends HTMLElement {
  connectedCallback(): void {
    for (const form of document.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
      for (const field of form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[name=title], input[name=tags]')) this.keep(form, field);
    }
  }

  private keep(form: HTMLFormElement, field: HTMLTextAreaElement | HTMLInputElement): void {
    if (field.hidden) return;
    const name = `${PREFIX}${form.getAttribute('action')!.replace(/^\/de(?=\/)|#.*$/g, '')} ${field.name}`; // in either language
    const kept = sessionStorage.getItem(name);
    // what the server gives back is newer than what was kept
    if (kept !== null && field.defaultValue === '' && field.value === '') {
      field.value = kept;
      const folded = field.closest('details');
      if (folded) folded.open = true;
    }
    field.addEventListener('input', () => { if (field.value === '') sessionStorage.removeItem(name); else sessionStorage.setItem(name, field.value); });
    form.addEventListener('submit', ({ submitter }) => { if (submitter?.getAttribute('value') !== 'preview') sessionStorage.removeItem(name); }); // a preview sends nothing yet
  }
}

customElements.define('keep-typed', KeepTyped);
