/** Pages of this site as documents: what a script puts on the page is always what the server rendered. */

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

// the one policy that the site's Content-Security-Policy allows; nothing but answers of this site's own pages goes through it
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('kundig', { createHTML: (html) => html });

export interface FetchedPage {
  ok: boolean;
  /** Where the server led to. */
  url: URL;
  document: Document;
}

export async function fetchPage(address: string, request: RequestInit = {}): Promise<FetchedPage> {
  const response = await fetch(address, { ...request, headers: { accept: 'text/html' } });
  const html = await response.text();
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
  return { ok: response.ok, url: new URL(response.url), document: parsed };
}

/** Whether this button ends the writing. The others (preview, a look for answers, dots for private data) lead back to the form. */
export function isSending(button: HTMLElement | null): boolean {
  return ['', 'post', 'save'].includes(button?.getAttribute('name') === 'act' ? button.getAttribute('value')! : '');
}

/** What a form would send, pressed by this button. Forms without files are sent as they are, others in parts. */
export function sent(form: HTMLFormElement, button: HTMLElement | null): RequestInit {
  const data = new FormData(form, button);
  return { method: 'POST', body: form.enctype === 'multipart/form-data' ? data : new URLSearchParams([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string')) };
}

/** The same without the files, where they are not looked at. */
export function withoutFiles(request: RequestInit): RequestInit {
  if (request.body instanceof FormData) request.body.delete('files');
  return request;
}

// there before anything is said in it: what comes with its words is passed over by screen readers
const told = document.createElement('p');
told.id = 'told';
told.className = 'unseen';
told.ariaLive = 'polite';
document.querySelector('main')!.after(told);

/** Says something to whoever listens to the page, without showing it twice. */
export function tell(words: string): void {
  told.textContent = words;
}
