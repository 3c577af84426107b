import { cardsIn } from './card.finder.js';
import { companyNumbersIn } from './company.pattern.js';
import { emailsIn } from './email.finder.js';
import { ibansIn } from './iban.finder.js';
import { withoutCode, withoutUrls } from './passages.js';
import type { PrivatePiece } from './piece.js';
import { telephonesIn } from './telephone.finder.js';

/**
 * What in a Markdown text looks like private data, in the order of the text. A warning that is wrong is soon clicked away unread, so
 * what may well be something else is left alone: published offices and hotlines, reserved addresses, numbers that are named otherwise,
 * and among code telephones and cards.
 */
export function findPrivateData(markdown: string, patterns: readonly RegExp[] = []): PrivatePiece[] {
  const text = withoutUrls(markdown);
  const spoken = withoutCode(text);
  // what is surer comes first: of two that overlap, it stays
  const found = [...ibansIn(text), ...cardsIn(spoken), ...emailsIn(text), ...companyNumbersIn(text, patterns), ...telephonesIn(spoken)];
  return withoutOverlaps(found).map((piece) => ({ ...piece, text: markdown.slice(piece.start, piece.start + piece.text.length) }));
}

function withoutOverlaps(found: readonly PrivatePiece[]): PrivatePiece[] {
  const rank = new Map(found.map((piece, at) => [piece, at]));
  const kept: PrivatePiece[] = [];
  for (const piece of [...found].sort((a, b) => a.start - b.start || rank.get(a)! - rank.get(b)!)) {
    const last = kept.at(-1);
    if (!last || last.start + last.text.length <= piece.start) kept.push(piece);
    else if (rank.get(piece)! < rank.get(last)!) kept[kept.length - 1] = piece;
  }
  return kept;
}
