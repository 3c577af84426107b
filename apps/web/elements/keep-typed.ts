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
  /** For members: that they had begun another question before they signed in, and where it is. */
  private readonly other = this.dataset['other'] ? (JSON.parse(this.dataset['other']) as { told: string; link: string; path: string }) : null;

  connectedCallback(): void {
    for (const form of document.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
      // a text that waits for its writer to sign in stands in the page unseen
      const waits = form.dataset['typedIn'] !== undefined;
      const fields = [...form.querySelectorAll<Typed>('textarea, input[name=title], input[name=tags], input[name=reason], select[name=categoryId]')].filter((field) => (waits ? ['title', 'body', 'tags', 'categoryId', 'reason'].includes(field.name) : !field.hidden));
      const cameBack = location.search === '' && beginningOf(form) === undefined && fields.some((field) => field.name === 'body' && givenIn(field) !== '');
      const isAnother = this.other !== null && form.dataset['draftAt'] !== undefined && fields.some((field) => field.name === 'title') && fields.some((field) => this.isGuests(form, field));
      if (isAnother) this.tellOfOther(form);
      const restored = fields.filter((field) => this.keep(form, field, cameBack, isAnother));
      if (this.words && restored.length > 0) this.tell(form, restored);
    }
    for (const form of discarding()) form.addEventListener('submit', () => this.forget(form.dataset['discards']!));
    for (const link of document.querySelectorAll<HTMLElement>('a[data-discards]')) link.addEventListener('click', () => this.forget(link.dataset['discards']!));
  }

  /** Whether something was put back into it. `cameBack`: the form was sent, and not taken; `alone`: what a guest had begun stays where it is. */
  private keep(form: HTMLFormElement, field: Typed, cameBack: boolean, alone: boolean): boolean {
    const name = nameOf(form.dataset['typedIn'] ?? formPath(form), field.name);
    const given = givenIn(field);
    const isBoth = !alone && form.dataset['draftAt'] !== undefined && given !== '' && this.isGuests(form, field);
    const found = this.take(name, alone);
    const kept = found && isBoth ? { ...found, value: `${given}\n\n${found.value}` } : found; // a draft, and what was written before signing in
    const isUntouched = field.value === given;
    // what the server gives back is newer than what was kept, but a draft may be some seconds old
    const restores = kept !== null && isUntouched && kept.value !== field.value && (given === '' || kept.at > Date.parse(beginningOf(form) ?? ''));
    if (restores && has(field, kept.value)) {
      field.value = kept.value;
      form.querySelector('input[name=opened]')?.remove(); // sent at once it is no program's all the same
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
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

  /** Whether a guest has written into it, who is a member now. */
  private isGuests(form: HTMLFormElement, field: Typed): boolean {
    const name = nameOf(formPath(form), field.name);
    const text = this.words ? null : localStorage.getItem(name);
    return text !== null && sessionStorage.getItem(name) === null && (JSON.parse(text) as Kept).value !== givenIn(field);
  }

  private tellOfOther(form: HTMLFormElement): void {
    const { told, link, path } = this.other!;
    const line = document.createElement('p');
    line.className = 'notice notice-hint';
    const to = document.createElement('a');
    to.href = path;
    to.textContent = link;
    line.append(`${told} `, to);
    form.prepend(line);
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
  private take(name: string, alone: boolean): Kept | null {
    for (const storage of alone ? [this.storage] : [this.storage, localStorage]) {
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

/** Since when what the server put into it stands there: a draft, or the post that is changed. */
function beginningOf({ dataset }: HTMLFormElement): string | undefined {
  return dataset['draftAt'] ?? dataset['standsSince'];
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
