/**
 * Around the question whether a thread has helped somebody who was about to ask: whoever leaves without a word has likely been helped, and is
 * counted as that. Who says yes is counted by the form, and who says no is not counted.
 */
class AskedHere extends HTMLElement {
  private said = false;

  connectedCallback(): void {
    const told = () => { this.said = true; };
    this.addEventListener('submit', told);
    this.querySelector('a')?.addEventListener('click', told);
    addEventListener('pagehide', () => {
      if (this.said) return;
      told();
      navigator.sendBeacon(this.dataset['to']!, new URLSearchParams({ asked: this.dataset['asked']! }));
    });
  }
}

customElements.define('asked-here', AskedHere);
