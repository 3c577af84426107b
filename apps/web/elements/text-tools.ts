import type { Words } from './compose-helps.js';

// 20 by 20, as the icons of the pages
const TOOLS = {
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h6M5 16h6M12 4 8 16',
  link: 'M8.500 11.500a3 3 0 0 0 4.500.300l2.500-2.500a3 3 0 0 0-4.300-4.300L10 6.200M11.500 8.500a3 3 0 0 0-4.500-.300L4.500 10.700a3 3 0 0 0 4.300 4.300L10 13.800',
  quote: 'M4 6v5h4V6zM8 11c0 2-1 3-3 4M12 6v5h4V6zM16 11c0 2-1 3-3 4',
  code: 'm7 6-4 4 4 4M13 6l4 4-4 4',
  'unordered-list': 'M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01',
  'ordered-list': 'M8 5h9M8 10h9M8 15h9M3 4l1-.5V7M3 12.500h1.500L3 15.500h1.700',
  file: 'M14.500 9 9 14.500a3 3 0 0 1-4.300-4.300L11 4a2 2 0 0 1 3 3l-6 6a1 1 0 0 1-1.500-1.500L12 6',
} as const;

const IS_MAC = /Mac|iP/.test(navigator.platform);

// with Ctrl, or Command on a Mac, where Ctrl with a letter moves the cursor
const KEYS: Partial<Record<keyof typeof TOOLS, string>> = { bold: 'b', italic: 'i', link: 'k', code: 'e' };

/** A row of buttons above a text, with arrow keys between them and Ctrl+B and the like in the text. What they write is Markdown that anybody could type. */
export function addTools(field: HTMLTextAreaElement, words: Words): void {
  const place = field.previousElementSibling?.classList.contains('tools') ? field.previousElementSibling : null;
  const bar = document.createElement('markdown-toolbar');
  bar.setAttribute('for', field.id);
  bar.setAttribute('aria-label', words['tools']!);
  bar.setAttribute('role', 'toolbar');
  const chooser = field.form?.querySelector<HTMLInputElement>('input[type=file]');
  const names = (Object.keys(TOOLS) as (keyof typeof TOOLS)[]).filter((name) => name !== 'file' || chooser);
  bar.append(...names.map((name) => button(name, words[name]!)));
  bar.querySelector('[data-md-button=file]')?.addEventListener('click', () => chooser!.click());
  if (place) place.append(bar);
  else field.before(bar);
  field.addEventListener('keydown', (event) => {
    const name = Object.entries(KEYS).find(([, key]) => key === event.key)?.[0];
    if (!name || !(IS_MAC ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    bar.querySelector<HTMLElement>(`[data-md-button=${name}]`)?.click();
  });
  const made = './markdown-toolbar.js'; // not a module of ours: its types are of no use here
  void import(made);
}

function button(name: keyof typeof TOOLS, label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'tool';
  made.tabIndex = -1; // the row is one stop of the Tab key
  made.ariaLabel = label;
  made.title = KEYS[name] ? `${label} (${IS_MAC ? '⌘' : 'Ctrl+'}${KEYS[name].toUpperCase()})` : label;
  made.dataset['mdButton'] = name;
  made.append(drawn(TOOLS[name]));
  return made;
}

function drawn(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
