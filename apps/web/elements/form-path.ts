/** Where a form goes, in either language: by this name it is known what was typed into it. */
export function formPath(form: HTMLFormElement): string {
  return form.getAttribute('action')!.replace(/^\/(?:de|en)(?=\/)|#.*$/g, '');
}

/** The buttons that throw away what was begun in a form, wherever they stand. */
export function discarding(form?: string): HTMLFormElement[] {
  return [...document.querySelectorAll<HTMLFormElement>('form[data-discards]')].filter(({ dataset }) => form === undefined || dataset['discards'] === form);
}
