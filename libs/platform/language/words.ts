import { fold } from './fold.js';

/** No word that anybody types is longer; what is (a key, a path, a row of letters) is cut, not dropped, so that it is still found. */
const LONGEST_WORD = 40;

/** Letters and digits, joined by what holds a name, a version or an error code together: wi-fi, v1.2.3, err_reset, fritz!box, what's. */
const WORD = /[\p{L}\p{N}]+(?:[-_.'!&][\p{L}\p{N}]+)*[+#]{0,2}/gu;

/** The words of a text in their order, folded. */
export function words(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}
