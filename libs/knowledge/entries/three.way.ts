import { diff3Merge } from 'node-diff3';
import type { Language } from '#platform/language';

/** A place that both have changed, each otherwise. */
export interface TextConflict {
  /** As the entry says it. */
  own: string;
  /** As the answer says it now. */
  source: string;
}

export interface MergedText {
  /** With what was changed in either; where both have changed the same place, as the entry says it. */
  text: string;
  conflicts: TextConflict[];
}

/** Three texts become one, sentence by sentence: `own` and `source` have both come from `base` (three-way merge, as version control does it: Khanna, Kunal and Pierce 2007). */
export function mergedText(base: string, own: string, source: string, language: Language): MergedText {
  const sentences = (text: string) => [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.trim())].map(({ segment }) => segment);
  const conflicts: TextConflict[] = [];
  const parts = diff3Merge(ended(sentences(own)), ended(sentences(base)), ended(sentences(source)), { excludeFalseConflicts: true }).map(({ ok, conflict }) => {
    if (ok) return ok.join('');
    conflicts.push({ own: conflict!.a.join('').trim(), source: conflict!.b.join('').trim() });
    return conflict!.a.join('');
  });
  return { text: parts.join('').trim(), conflicts };
}

/** The last sentence of a text has nothing behind it, and is the same sentence where another follows. */
function ended(sentences: string[]): string[] {
  return sentences.map((sentence, n) => (n === sentences.length - 1 ? `${sentence}\n` : sentence));
}
