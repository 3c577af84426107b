import type { Words } from './compose-helps.js';
import { holdSending } from './hold-sending.js';
import { tell } from './pages.js';

interface Taken {
  markdown?: string;
  problem?: { message: string };
}

/**
 * Files dropped on a text or pasted into it. A member's are sent at once and stand where the cursor was; a guest's are put into the
 * form's own field for files, because only members may send any. Whatever fails is said below the text, and the text itself stays as it is.
 */
export function takeFiles(field: HTMLTextAreaElement, words: Words): void {
  let sending: Promise<boolean> | null = null; // one file after the other
  const take = (event: Event, from: DataTransfer | null): void => {
    const files = [...(from?.files ?? [])];
    // a copied table or a formatted text comes with a picture of itself
    if (files.length === 0 || from!.getData('text/plain') !== '') return;
    event.preventDefault();
    if (!words['upload']) return choose(field, from!.files, words);
    const all = files.reduce(async (before, file) => [await before, await upload(field, file, words)].every(Boolean), sending ?? Promise.resolve(true));
    sending = all;
    void all.finally(() => { if (sending === all) sending = null; });
  };
  if (field.form) holdSending(field.form, () => sending);
  field.addEventListener('paste', (event) => take(event, event.clipboardData));
  field.addEventListener('drop', (event) => take(event, event.dataTransfer));
  field.addEventListener('dragover', (event) => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
}

function choose(field: HTMLTextAreaElement, files: FileList, words: Words): void {
  const chooser = field.form?.querySelector<HTMLInputElement>('input[type=file]');
  if (chooser) {
    const all = new DataTransfer();
    for (const file of [...chooser.files!, ...files]) all.items.add(file);
    chooser.files = all.files;
  }
  say(field, chooser ? words['filesChosen']! : words['filesMembers']!);
}

/** Whether it is in the text now. */
async function upload(field: HTMLTextAreaElement, file: File, words: Words): Promise<boolean> {
  const place = `![${words['sending']!.replace('#', file.name)}]()`;
  const apart = onItsOwn(field, place);
  insert(field, apart);
  const shown = state(field);
  const bar = document.createElement('progress');
  bar.max = 1;
  shown.replaceChildren(`${words['sending']!.replace('#', file.name)} `, bar);
  const { markdown, problem } = await send(file, words, (part) => { bar.value = part; });
  replace(field, markdown === undefined && field.value.includes(apart) ? apart : place, markdown ?? '');
  say(field, problem ? `${file.name}: ${problem.message}` : words['sent']!.replace('#', file.name));
  shown.classList.toggle('field-fault', problem !== undefined);
  if (problem) shown.scrollIntoView({ block: 'nearest' });
  return problem === undefined;
}

/** The old way of sending, because only it tells how much is sent already. */
function send(file: File, words: Words, progress: (part: number) => void): Promise<Taken> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const failed = () => resolve({ problem: { message: words['sendingFailed']! } });
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('loadend', () => {
      if (request.response === null) failed();
      else resolve(request.response as Taken);
    });
    request.responseType = 'json';
    request.open('POST', words['upload']!);
    const form = new FormData();
    form.append('file', file, file.name || 'image.png');
    request.send(form);
  });
}

/** With a blank line before and behind, as far as there is none: a picture in the middle of a sentence tears it apart. */
function onItsOwn(field: HTMLTextAreaElement, place: string): string {
  const before = field.value.slice(0, field.selectionStart);
  const behind = field.value.slice(field.selectionEnd);
  const lead = before.trim() === '' ? '' : '\n'.repeat(2 - Math.min(2, /\n*$/.exec(before)![0].length));
  return `${lead}${place}${'\n'.repeat(2 - Math.min(2, /^\n*/.exec(behind)![0].length))}`;
}

/** By the browser's own command where there is one: then Ctrl+Z takes it back. */
function insert(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  if (!document.execCommand('insertText', false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function replace(field: HTMLTextAreaElement, place: string, text: string): void {
  const at = field.value.indexOf(place);
  const wasBehind = field.selectionStart === at + place.length; // "preserve" would leave the new text selected, for the next letter to overwrite
  if (at >= 0) field.setRangeText(text, at, at + place.length, wasBehind ? 'end' : 'preserve');
  else if (text) field.setRangeText(`\n\n${text}`, field.value.length, field.value.length, 'preserve'); // typed over meanwhile
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function state(field: HTMLTextAreaElement): HTMLElement {
  const id = `${field.id}-files-state`;
  const known = document.getElementById(id);
  if (known) return known;
  const line = document.createElement('p');
  line.id = id;
  line.className = 'field-hint';
  field.after(line);
  return line;
}

function say(field: HTMLTextAreaElement, words: string): void {
  state(field).textContent = words;
  tell(words);
}
