import type { Html, View } from '../html/html.js';

/** What a page's controller answers: a view, or another address to go to. */
export type Reply = ViewReply | RedirectReply;

export interface ViewReply {
  view: Html | View;
  status: number;
}

export interface RedirectReply {
  to: string;
  status: 301 | 302 | 303;
}

export function show(view: Html | View, status = 200): ViewReply {
  return { view, status };
}

/** After a form: the browser gets the page, so that loading it again sends nothing twice. */
export function goTo(to: string): RedirectReply {
  return { to, status: 303 };
}

/** Somebody else is shown this page: it is there that this visitor wants to go. */
export function leadTo(to: string): RedirectReply {
  return { to, status: 302 };
}

/** The page has another address for good. */
export function movedTo(to: string): RedirectReply {
  return { to, status: 301 };
}
