import { holdSending } from './hold-sending.js';

const WAITS_MS = 5_000; // for the last of it, once somebody sends

/** ALTCHA's task (https://altcha.org): find the counter whose key begins as asked. */
interface Task {
  parameters: { nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string };
}

/**
 * Solves a little task while somebody writes, so that what they send appears at once; senders of thousands would solve it all day.
 * Begun with the first letter, done within a second or two, away from the page's own thread. Where it cannot be done, a person looks first.
 */
class ProveWork extends HTMLElement {
  private begun: Promise<void> | undefined;
  private done = false;

  connectedCallback(): void {
    const form = this.closest('form')!;
    const begin = () => (this.begun ??= this.solve());
    form.addEventListener('input', begin, { once: true });
    holdSending(form, () => {
      if (this.done) return null;
      const late = new Promise<void>((over) => { setTimeout(over, WAITS_MS); });
      return Promise.race([begin(), late]).then(() => (this.done = true)); // whatever came of it
    });
  }

  private async solve(): Promise<void> {
    try {
      const task = (await (await fetch(this.dataset['from']!)).json()) as Task;
      const started = performance.now();
      const { nonce, salt, cost, keyLength, keyPrefix } = task.parameters;
      const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]);
      const counted = new DataView(password.buffer);
      for (let counter = 0; counter < 5_000; counter += 1) {
        counted.setUint32(password.length - 4, counter);
        const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
        const derived = hex(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(bytes(salt)), iterations: cost }, key, keyLength * 8));
        if (!derived.startsWith(keyPrefix)) continue;
        const value = btoa(JSON.stringify({ challenge: task, solution: { counter, derivedKey: derived, time: Math.round(performance.now() - started) } }));
        this.replaceChildren(Object.assign(document.createElement('input'), { type: 'hidden', name: 'proof', value }));
        this.done = true;
        return;
      }
    } catch {
      // no way to the server, or no cryptography in this browser: somebody looks at the post
    }
  }
}

function bytes(text: string): number[] {
  return (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

customElements.define('prove-work', ProveWork);
