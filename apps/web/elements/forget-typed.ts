const TYPED = /^written:(?:\/\w\w)?\/ask /; // as keep-typed.ts keeps it

/** Offers guests to discard the question that this browser has kept for them: it is answered. */
class ForgetTyped extends HTMLElement {
  connectedCallback(): void {
    const { said = '', discard = '', done = '' } = this.dataset;
    const kept = Object.keys(localStorage).filter((name) => TYPED.test(name));
    if (kept.length === 0) return;
    const words = document.createElement('p');
    words.className = 'field-hint';
    words.textContent = said;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet';
    button.textContent = discard;
    button.addEventListener('click', () => {
      for (const name of kept) localStorage.removeItem(name);
      words.textContent = done; // within a region that is read out
      button.remove();
    });
    this.append(words, button);
  }
}

customElements.define('forget-typed', ForgetTyped);
