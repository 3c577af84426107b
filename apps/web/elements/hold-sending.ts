/** What is sent while something it needs is still under way (a file, a draft) waits for that, and is sent then as it would have been, unless that says that it failed. A preview sends nothing. */
export function holdSending(form: HTMLFormElement, underWay: () => Promise<boolean> | null): void {
  form.addEventListener('submit', (event) => {
    const waitsFor = underWay();
    if (!waitsFor || event.submitter?.getAttribute('value') === 'preview') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void waitsFor.then((isFine) => { if (isFine) form.requestSubmit(event.submitter); });
  }, { capture: true });
}
