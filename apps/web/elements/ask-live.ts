import { fetchPage, tell } from './pages.js';

const REST_MS = 500; // of typing, before it is looked for
const LEAST = 3; // letters
const MOST = 300; // letters of the text that are looked for: enough to know what it is about
const BESIDE = '(min-width: 75rem)'; // as in ask.css: there the list stands beside the form

/**
 * Looks for answers while somebody types. Where there is room they appear beside the form; on a phone the button says how many there are,
 * and shows them below itself, so that nothing moves under the finger.
 */
class AskLive extends HTMLElement {
  private timer = 0;
  private looked = '';
  private looking = Promise.resolve();
  private failed = false;
  private found: Element | null = null;
  private button!: HTMLButtonElement;
  private label = '';

  connectedCallback(): void {
    const form = this.closest('form')!;
    this.button = form.querySelector<HTMLButtonElement>('button[value=look]')!;
    this.label = this.button.textContent;
    for (const press of ['click', 'auxclick']) this.addEventListener(press, this.opened); // the wheel opens links, too
    this.found = this.querySelector('.suggestions');
    if (this.found) this.looked = this.typed();
    form.addEventListener('input', ({ target }) => {
      if (!['title', 'body'].includes((target as HTMLInputElement).name)) return;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.look(), REST_MS);
    });
    form.addEventListener('submit', (event) => {
      if (event.submitter !== this.button || this.typed().length < LEAST || this.failed) return;
      event.preventDefault();
      void this.look().then(() => {
        if (this.failed) return form.requestSubmit(this.button); // as without script
        this.show();
        const first = this.querySelector<HTMLElement>('a');
        if (first) first.focus();
        else tell(this.textContent.trim());
      });
    });
  }

  /** The form says what was opened: whoever posts it all the same was not helped by that. */
  private readonly opened = ({ target }: Event): void => {
    const [, kind, number] = /\/(t|kb)\/(\d+)\/[^?]*\?asked=/.exec((target as Element).closest('a')?.href ?? '') ?? [];
    const key = number && (kind === 'kb' ? `e${number}` : number);
    const after = this.closest('form')!.querySelector<HTMLInputElement>('[name=after]')!;
    if (key && !after.value.split(' ').includes(key)) after.value = `${after.value} ${key}`.trim();
  };

  /** Done when what is typed now was looked for, by this call or one before. */
  private look(): Promise<void> {
    const typed = this.typed();
    if (typed !== this.looked) this.looking = this.lookFor((this.looked = typed));
    return this.looking;
  }

  private async lookFor(typed: string): Promise<void> {
    if (typed.length < LEAST) return this.take(null);
    const body = new URLSearchParams({ text: typed, title: this.titleTyped().slice(0, MOST) });
    const page = await fetchPage(this.dataset['from']!, { method: 'POST', body }).catch(() => null); // away for a moment: the next word, or the button, tries again
    if (this.looked !== typed) return;
    const found = page?.ok ? page.document.querySelector('.suggestions') : null;
    found?.removeAttribute('role'); // what is new is told in few words, not as the whole list
    this.failed = found === null;
    this.take(found);
  }

  private take(found: Element | null): void {
    this.found = found;
    const count = found?.querySelectorAll('li').length ?? 0;
    const words = count === 0 ? this.label : count === 1 ? this.dataset['one']! : this.dataset['many']!.replace('#', String(count));
    if (matchMedia(BESIDE).matches) this.show();
    else if (this.childElementCount > 0 && count === 0) this.replaceChildren();
    if (count > 0 && words !== this.button.textContent) tell(words);
    this.button.textContent = words;
  }

  private show(): void {
    if (this.found) this.replaceChildren(this.found);
    else if (this.looked.length < LEAST) this.replaceChildren();
  }

  private titleTyped(): string {
    return this.closest('form')!.querySelector<HTMLInputElement>('[name=title]')!.value;
  }

  private typed(): string {
    const form = this.closest('form')!;
    return `${this.titleTyped()}\n${form.querySelector<HTMLTextAreaElement>('[name=body]')!.value}`.trim().slice(0, MOST);
  }
}

customElements.define('ask-live', AskLive);
