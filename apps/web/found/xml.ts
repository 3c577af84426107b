import { escaped } from '../html/html.js';

const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu; // https://www.w3.org/TR/xml/#charsets: not even escaped

/** Text between two tags or in an attribute of an XML document. */
export function xml(text: string): string {
  return escaped(text.replace(NOT_IN_XML, '').toWellFormed()).replaceAll('>', '&gt;'); // `]]>` may stand nowhere
}
