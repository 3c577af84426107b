import { Parser } from 'htmlparser2';

export interface FoundField {
  name: string;
  /** text, textarea, hidden, password, select, checkbox, submit ... */
  kind: string;
  value: string;
}

export interface FoundForm {
  action: string;
  multipart: boolean;
  fields: FoundField[];
}

/** What of a page matters here: its forms, and what no page of ours has. */
export interface Looked {
  forms: FoundForm[];
  headings: number;
  /** Elements and attributes by which a text would have become more than text. */
  foreign: string[];
}

const NEVER = new Set(['iframe', 'object', 'embed', 'base', 'frame', 'frameset', 'applet', 'marquee', 'template', 'math', 'style', 'plaintext', 'xmp', 'noscript', 'video', 'audio']);

export function look(html: string): Looked {
  const found: Looked = { forms: [], headings: 0, foreign: [] };
  let form: FoundForm | null = null;
  let area: FoundField | null = null;
  let select: FoundField | null = null;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const { name = '', value = '', type = '' } = attributes;
      if (tag === 'h1') found.headings += 1;
      if (NEVER.has(tag) || (tag === 'script' && !attributes['src']?.startsWith('/assets/'))) found.foreign.push(`<${tag}>`);
      for (const [key, given] of Object.entries(attributes)) {
        if (key.startsWith('on') || key === 'srcdoc' || key === 'style' || (['href', 'src', 'action', 'formaction'].includes(key) && /^[\s\p{Cc}]*(?:javascript|vbscript|data):/iu.test(given))) found.foreign.push(`${tag} ${key}=${given}`);
      }
      if (tag === 'form' && attributes['method'] === 'post') form = { action: attributes['action'] ?? '', multipart: attributes['enctype'] === 'multipart/form-data', fields: [] };
      if (tag === 'option' && select && (select.value === '' || 'selected' in attributes)) select.value = value;
      if (!form || !name) return;
      if (tag === 'input' && type !== 'file') form.fields.push({ name, kind: type || 'text', value });
      if (tag === 'button') form.fields.push({ name, kind: 'submit', value });
      if (tag === 'textarea') form.fields.push((area = { name, kind: 'hidden' in attributes ? 'hidden' : 'textarea', value: '' }));
      if (tag === 'select') form.fields.push((select = { name, kind: 'select', value: '' }));
    },
    ontext(text) {
      if (area) area.value += text;
    },
    onclosetag(tag) {
      if (tag === 'textarea' && area) {
        area.value = area.value.replace(/^\n/, '');
        area = null;
      }
      if (tag === 'select') select = null;
      if (tag === 'form' && form) {
        found.forms.push(form);
        form = null;
      }
    },
  });
  parser.end(html);
  return found;
}
