const KEPT = 'search-keys'; // in the browser: whoever turned the keys of a page off; one choice for all of them

/** Keys that do something by themselves, where they can be turned off: a key that is a letter must be one that can (WCAG 2.1.4). The element holds the button that does. */
export abstract class KeysOff extends HTMLElement {
  private readonly abort = new AbortController();

  connectedCallback(): void {
    const { signal } = this.abort;
    document.addEventListener('keydown', this.pressed, { signal });
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

  /** Whether the key meant something here, and was taken. */
  protected abstract press(key: string): boolean;

  private get isOff(): boolean {
    return localStorage.getItem(KEPT) === 'off';
  }

  private say(button: HTMLElement): void {
    button.textContent = (this.isOff ? this.dataset['on'] : this.dataset['off'])!;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || this.isOff) return;
    if (this.press(event.key)) event.preventDefault();
  };
}

/** Whether somebody is typing: then a letter is a letter. */
export function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false;
}
