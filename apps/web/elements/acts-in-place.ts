import { fetchPage, sent, tell } from './pages.js';

const REGIONS = '.post-acts, .thread-acts, .list-acts';

/**
 * Votes and the like without loading the page anew: the form is sent as ever, and of the page that comes back only the row of buttons is
 * taken over. Whatever is not as expected goes the way it goes without script: forms carry an id under which they have one effect.
 */
class ActsInPlace extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('submit', this.act);
  }

  disconnectedCallback(): void {
    document.removeEventListener('submit', this.act);
  }

  private readonly act = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    const region = form.closest<HTMLElement>(REGIONS);
    if (!form.hasAttribute('data-stay') || !region || event.defaultPrevented) return;
    event.preventDefault();
    if (region.ariaBusy === 'true') return; // pressed twice
    region.ariaBusy = 'true';
    void this.send(form, region).catch(() => {
      region.ariaBusy = null;
      form.submit();
    });
  };

  private async send(form: HTMLFormElement, region: HTMLElement): Promise<void> {
    const page = await fetchPage(form.action, sent(form, null));
    const fresh = page.document.querySelector<HTMLElement>(placeOf(region));
    const problem = page.document.querySelector<HTMLElement>('main [role=alert]');
    if (page.ok && page.url.pathname !== location.pathname && !fresh) return location.assign(page.url);
    if (!fresh || (!page.ok && !problem)) throw new Error('This is another page.');
    const place = [...region.querySelectorAll('form')].indexOf(form);
    const hadFocus = region.contains(document.activeElement);
    region.replaceWith(fresh);
    fresh.parentElement?.querySelector(':scope > .act-refused')?.remove();
    if (problem) {
      problem.classList.add('act-refused');
      fresh.after(problem);
    }
    const button = fresh.querySelectorAll('form')[place]?.querySelector('button');
    if (hadFocus) button?.focus();
    // focus says what was pressed; the score stands beside it
    if (!problem) tell(form.closest('.votes') ? (fresh.querySelector('.score .unseen')?.textContent ?? '') : (button?.textContent ?? ''));
  }
}

/** How the same row is found on another reading of the page. */
function placeOf(region: HTMLElement): string {
  if (region.id) return `#${region.id}`;
  const owner = region.closest('[id]:not(main)');
  const own = `.${region.classList[0]!}`;
  return owner ? `#${CSS.escape(owner.id)} ${own}` : `main ${own}`;
}

customElements.define('acts-in-place', ActsInPlace);
