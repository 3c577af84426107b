/** What a browser with scripts can do beyond a link to copy by hand: copy it, and hand it to the system's own sheet. */
class ShareSheet extends HTMLElement {
  connectedCallback(): void {
    const { url = '', title = '', share = '', copy = '', copied = '' } = this.dataset;
    if (navigator.clipboard) {
      const told = document.createElement('span');
      told.setAttribute('role', 'status');
      this.button(copy, async () => {
        await navigator.clipboard.writeText(url);
        told.textContent = copied;
      });
      this.append(told);
    }
    // who closes the sheet again has refused nothing that needs a word
    if (navigator.share) this.button(share, () => navigator.share({ title, url }).catch((error: Error) => { if (error.name !== 'AbortError') throw error; }));
  }

  private button(words: string, act: () => Promise<void>): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'menu-line';
    button.textContent = words;
    button.addEventListener('click', () => void act());
    this.append(button);
  }
}

customElements.define('share-sheet', ShareSheet);
