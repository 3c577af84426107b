const KEPT = 'search-keys'; // in the browser: whoever turned the keys off

/**
 * Keys for those who search: `/` to the field, arrows through the links found, Escape back to the field. It is the links themselves that
 * have the focus, so that Enter opens and is read out as ever. A key that is a letter must be one that can be turned off (WCAG 2.1.4).
 */
class SearchKeys extends HTMLElement {
  private readonly abort = new AbortController();

  connectedCallback(): void {
    const { signal } = this.abort;
    document.addEventListener('keydown', this.press, { signal });
    const button = this.querySelector('button');
    button?.addEventListener('click', () => {
      if (this.isOff) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, 'off');
      this.say(button);
    }, { signal });
    if (button) this.say(button);
  }

  disconnectedCallback(): void {
    this.abort.abort();
  }

  private get isOff(): boolean {
    return localStorage.getItem(KEPT) === 'off';
  }

  private say(button: HTMLElement): void {
    button.textContent = (this.isOff ? this.dataset['on'] : this.dataset['off'])!;
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || this.isOff) return;
    const to = this.target(event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (to instanceof HTMLInputElement) to.select();
  };

  /** Where a key leads to from here; nowhere, where it means what it always means. */
  private target(key: string): HTMLElement | null | undefined {
    const at = document.activeElement as HTMLElement | null;
    const field = document.querySelector<HTMLInputElement>(this.dataset['field']!);
    if (key === '/') return at?.matches('input, textarea, select, [contenteditable]') ? null : field;
    const links = [...document.querySelectorAll<HTMLElement>(this.dataset['links']!)];
    const place = links.indexOf(at!);
    if (at !== field && place < 0) return null;
    switch (key) {
      case 'ArrowDown': return links[place + 1];
      case 'ArrowUp': return place > 0 ? links[place - 1] : place === 0 ? field : null;
      case 'Escape': return place >= 0 ? field : null;
      default: return null;
    }
  }
}

customElements.define('search-keys', SearchKeys);
