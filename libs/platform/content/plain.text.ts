import { Parser } from 'htmlparser2';

const NOT_TEXT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'title', 'head']);
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr']);

/** The words of some HTML, for search documents, snippets and descriptions. Code is kept; where a block or line ends stands a space. */
export function plainText(html: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname(tag) {
      if (NOT_TEXT.has(tag)) hidden++;
      else if (!INLINE.has(tag)) text += ' ';
    },
    ontext(part) {
      if (hidden === 0) text += part;
    },
    onclosetag(tag) {
      if (NOT_TEXT.has(tag)) hidden = Math.max(0, hidden - 1);
      else if (!INLINE.has(tag)) text += ' ';
    },
  });
  parser.end(html);
  return text.replace(/\s+/g, ' ').trim();
}
