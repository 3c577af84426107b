import { isTyping, KeysOff } from './keys-off.js';

/** One key decides: it presses the button that carries it (`data-key`). */
class ReviewKeys extends KeysOff {
  private isPressed = false; // a key that is held decides once, and not about the next post, too

  protected override press(key: string): boolean {
    if (isTyping() || this.isPressed) return false;
    const button = document.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key.toLowerCase())}"]`);
    if (!button) return false;
    this.isPressed = true;
    button.click();
    return true;
  }
}

customElements.define('review-keys', ReviewKeys);
