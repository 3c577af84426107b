import { fetchPage } from './pages.js';

/**
 * "Quote" below a post, without leaving the page and what is written on it: what is selected in the post, or else what the server would quote,
 * goes to the end of the answer.
 */
export function quoteInPlace(answer: HTMLTextAreaElement): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.quote');
    const post = link?.closest('article');
    if (!link || !post || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const selected = selectedIn(post);
    if (selected) return append(answer, selected);
    void fetchPage(link.href)
      .then(({ document: page }) => append(answer, page.querySelector<HTMLFormElement>('#your-answer form[data-quote]')!.dataset['quote']!))
      .catch(() => location.assign(link.href)); // what is written is kept (keep-typed.ts)
  });
  // the mouse that presses would take the selection away
  document.addEventListener('mousedown', (event) => { if ((event.target as Element).closest('a.quote')) event.preventDefault(); });
}

function selectedIn(post: Element): string | null {
  const selection = getSelection();
  const prose = post.querySelector('.prose');
  if (!selection || !prose || selection.isCollapsed || !prose.contains(selection.anchorNode) || !prose.contains(selection.focusNode)) return null;
  const name = post.querySelector<HTMLElement>('.post-by a.member-name')?.innerText;
  return [...(name ? [`@${name}`, ''] : []), ...selection.toString().trim().split('\n').map((line) => (line.trim() === '' ? '>' : `> ${line}`)), '', ''].join('\n');
}

function append(answer: HTMLTextAreaElement, quote: string): void {
  answer.value = answer.value.trim() === '' ? quote : `${answer.value.trimEnd()}\n\n${quote}`;
  answer.dispatchEvent(new Event('input', { bubbles: true }));
  const folded = answer.closest('details');
  if (folded) folded.open = true;
  answer.focus();
  answer.setSelectionRange(answer.value.length, answer.value.length);
  answer.scrollIntoView({ block: 'center' });
}
