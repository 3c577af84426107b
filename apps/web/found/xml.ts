import { escaped } from '../html/html.js';

// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // https://www.w3.org/TR/xml/#charsets: not even escaped

/** Text between two tags or in an attribute of an XML document. */
export function xml(text: string): string {
  return escaped(text.replace(NOT_IN_XML, '').toWellFormed()).replaceAll('>', '&gt;'); // `]]>` may stand nowhere
}
