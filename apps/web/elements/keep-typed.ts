import { discarding, formPath } from './form-path.js';
import { isSending } from './pages.js';

const PREFIX = 'written:';
const LAST_MS = 14 * 24 * 60 * 60 * 1_000;

type Typed = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

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
      // a text that waits for its writer to sign in stands in the page unseen
      const waits = form.dataset['typedIn'] !== undefined;
      const fields = [...form.querySelectorAll<Typed>('textarea, input[name=title], input[name=tags], select[name=categoryId]')].filter((field) => (waits ? ['title', 'body', 'tags'].includes(field.name) : !field.hidden));
      const cameBack = location.search === '' && form.dataset['draftAt'] === undefined && fields.some((field) => field.name === 'body' && givenIn(field) !== '');
      const restored = fields.filter((field) => this.keep(form, field, cameBack));
      if (this.words && restored.length > 0) this.tell(form, restored);
    }
    for (const form of discarding()) form.addEventListener('submit', () => this.forget(form.dataset['discards']!));
  }

  /** Whether something was put back into it. `cameBack`: the form was sent, and not taken. */
  private keep(form: HTMLFormElement, field: Typed, cameBack: boolean): boolean {
    const name = nameOf(form.dataset['typedIn'] ?? formPath(form), field.name);
    const kept = this.take(name);
    const given = givenIn(field);
    const isUntouched = field.value === given;
    // what the server gives back is newer than what was kept, but a draft may be some seconds old
    const restores = kept !== null && isUntouched && kept.value !== field.value && (given === '' || kept.at > Date.parse(form.dataset['draftAt'] ?? ''));
    if (restores && has(field, kept.value)) {
      field.value = kept.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const folded = field.closest('details');
      if (folded) folded.open = true;
    } else if (cameBack) {
      this.store(name, field.value);
    }
    field.addEventListener('input', () => this.store(name, field.value));
    document.addEventListener('submit', (event) => {
      if (event.target === form && !event.defaultPrevented && isSending(event.submitter)) this.storage.removeItem(name);
    });
    return restores;
  }

  /** What is discarded with its draft is not put back from here. */
  private forget(form: string): void {
    for (const name of Object.keys(this.storage)) if (name.startsWith(nameOf(form, ''))) this.storage.removeItem(name);
  }

  private store(name: string, value: string): void {
    if (value === '') this.storage.removeItem(name);
    else this.storage.setItem(name, JSON.stringify({ at: Date.now(), value } satisfies Kept));
  }

  /** What was kept here; what a guest had written becomes the member's when they sign in. */
  private take(name: string): Kept | null {
    for (const storage of [this.storage, localStorage]) {
      const text = storage.getItem(name);
      if (text === null) continue;
      if (storage !== this.storage) {
        storage.removeItem(name);
        this.storage.setItem(name, text);
      }
      const kept = JSON.parse(text) as Kept;
      if (Date.now() - kept.at < LAST_MS) return kept;
      storage.removeItem(name);
    }
    return null;
  }

  private tell(form: HTMLFormElement, restored: readonly Typed[]): void {
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

/** What the server put into it. */
function givenIn(field: Typed): string {
  return field instanceof HTMLSelectElement ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? '' : field.defaultValue;
}

/** A topic may be gone since it was chosen. */
function has(field: Typed, value: string): boolean {
  return !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value);
}

function nameOf(form: string, field: string): string {
  return `${PREFIX}${form} ${field}`;
}

customElements.define('keep-typed', KeepTyped);
