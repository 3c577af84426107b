import { Parser } from 'htmlparser2';

const TAGS = new Set('a p br em strong s code kbd sub sup h3 h4 h5 h6 blockquote pre hr ul ol li table thead tbody tr th td img'.split(' '));
const ATTRIBUTES = new Set(['href', 'src', 'alt', 'title', 'rel', 'loading', 'class', 'start', 'style']);

/** What of the HTML could do more than be read; written apart from the sanitizer's list, so that a slip in one shows in the other. */
export function executableIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (!TAGS.has(tag)) found.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(name)) found.push(`${tag} ${name}=${value}`);
        // browsers ignore white space and control characters within a scheme
        const url = value.replace(/[\s\p{Cc}]/gu, '');
        if (name === 'href' && !/^(https?:\/\/|mailto:)/i.test(url)) found.push(`${tag} ${name}=${value}`);
        if (name === 'src' && !/^https?:\/\//i.test(url)) found.push(`${tag} ${name}=${value}`);
        if (name === 'style' && !/^text-align:(left|right|center)$/.test(value)) found.push(`${tag} ${name}=${value}`);
        if (name === 'class' && !/^language-[\w+#.-]+$/.test(value)) found.push(`${tag} ${name}=${value}`);
      }
    },
    oncomment: (text) => void found.push(`<!--${text}`),
    onprocessinginstruction: (name) => void found.push(`<${name}`),
  });
  parser.end(html);
  return found;
}
