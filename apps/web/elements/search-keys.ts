import { isTyping, KeysOff } from './keys-off.js';

/**
 * Keys for those who search: `/` to the field, arrows through the links found, Escape back to the field. It is the links themselves that
 * have the focus, so that Enter opens and is read out as ever.
 */
class SearchKeys extends KeysOff {
  protected override press(key: string): boolean {
    const to = this.target(key);
    if (!to) return false;
    to.focus();
    if (to instanceof HTMLInputElement) to.select();
    return true;
  }

  /** Where a key leads to from here; nowhere, where it means what it always means. */
  private target(key: string): HTMLElement | null | undefined {
    const at = document.activeElement as HTMLElement | null;
    const field = document.querySelector<HTMLInputElement>(this.dataset['field']!);
    if (key === '/') return isTyping() ? null : field;
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
