import { discarding, formPath } from './form-path.js';

const PREFIX = 'written:';
const LAST_MS = 14 * 24 * 60 * 60 * 1_000;

interface Kept {
  at: number;
  value: string;
}

/**
 * What somebody types on this page and has not sent is still there after a vote, a look at another page, signing in. A member's lasts as long
 * as the tab, because others may use the browser, too, and drafts are for longer; a guest has no drafts, so theirs lasts two weeks in this
 * browser, which the page says. Without scripts, the button that saves a draft is the way.
 */
class KeepTyped extends HTMLElement {
  private readonly words = this.dataset['guest'] ? (JSON.parse(this.dataset['guest']) as { kept: string; discard: string }) : null;
  private readonly storage = this.words ? localStorage : sessionStorage;

  connectedCallback(): void {
    for (const form of document.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
      const fields = [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[name=title], input[name=tags]')].filter((field) => !field.hidden);
      const restored = fields.filter((field) => this.keep(form, field));
      if (this.words && restored.length > 0) this.tell(form, restored);
    }
    for (const form of discarding()) form.addEventListener('submit', () => this.forget(form.dataset['discards']!));
  }

  /** Whether something was put back into it. */
  private keep(form: HTMLFormElement, field: HTMLTextAreaElement | HTMLInputElement): boolean {
    const name = nameOf(formPath(form), field.name);
    const kept = this.take(name);
    // what the server gives back is newer than what was kept
    const restores = kept !== null && field.defaultValue === '' && field.value === '';
    if (restores) {
      field.value = kept;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const folded = field.closest('details');
      if (folded) folded.open = true;
    }
    field.addEventListener('input', () => {
      if (field.value === '') this.storage.removeItem(name);
      else this.storage.setItem(name, JSON.stringify({ at: Date.now(), value: field.value } satisfies Kept));
    });
    form.addEventListener('submit', ({ submitter }) => { if (submitter?.getAttribute('value') !== 'preview') this.storage.removeItem(name); }); // a preview sends nothing yet
    return restores;
  }

  /** What is discarded with its draft is not put back from here. */
  private forget(form: string): void {
    for (const name of Object.keys(this.storage)) if (name.startsWith(nameOf(form, ''))) this.storage.removeItem(name);
  }

  /** What was kept here; what a guest had written becomes the member's when they sign in. */
  private take(name: string): string | null {
    for (const storage of [this.storage, localStorage]) {
      const text = storage.getItem(name);
      if (text === null) continue;
      if (storage !== this.storage) {
        storage.removeItem(name);
        this.storage.setItem(name, text);
      }
      const { at, value } = JSON.parse(text) as Kept;
      if (Date.now() - at < LAST_MS) return value;
      storage.removeItem(name);
    }
    return null;
  }

  private tell(form: HTMLFormElement, restored: readonly (HTMLTextAreaElement | HTMLInputElement)[]): void {
    const line = document.createElement('p');
    line.className = 'notice';
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'button-text';
    discard.textContent = this.words!.discard;
    discard.addEventListener('click', () => {
      for (const field of restored) {
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      line.remove();
      restored[0]!.focus();
    });
    line.append(`${this.words!.kept} `, discard);
    form.prepend(line);
  }
}

function nameOf(form: string, field: string): string {
  return `${PREFIX}${form} ${field}`;
}

customElements.define('keep-typed', KeepTyped);
