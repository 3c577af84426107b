/**
 * "Quote" below a post, without leaving the page and what is written on it: what is selected in the post, or else all of it, goes to the end
 * of the answer.
 */
export function quoteInPlace(answer: HTMLTextAreaElement): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.quote');
    const post = link?.closest('article');
    if (!link || !post || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const prose = post.querySelector<HTMLElement>('.prose')!;
    const selection = getSelection();
    const text = selection && !selection.isCollapsed && prose.contains(selection.anchorNode) && prose.contains(selection.focusNode) ? selection.toString() : prose.innerText;
    const name = post.querySelector<HTMLElement>('.post-by a.member-name')?.innerText;
    const quote = [...(name ? [`@${name}`, ''] : []), ...text.trim().split('\n').map((line) => (line.trim() === '' ? '>' : `> ${line}`)), '', ''].join('\n');
    answer.value = answer.value.trim() === '' ? quote : `${answer.value.trimEnd()}\n\n${quote}`;
    answer.dispatchEvent(new Event('input', { bubbles: true }));
    answer.focus();
    answer.setSelectionRange(answer.value.length, answer.value.length);
    answer.scrollIntoView({ block: 'center' });
  });
  // the mouse that presses would take the selection away
  document.addEventListener('mousedown', (event) => { if ((event.target as Element).closest('a.quote')) event.preventDefault(); });
}
