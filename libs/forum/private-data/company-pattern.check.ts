import { cleanLine, fits, PATTERN_LENGTH, patternOf } from '#platform/content';
import { type FieldFault, invalid } from '#platform/graphql';
import type { CompanyPattern, CompanyPatternInput } from './company-pattern.type.js';

/** The list as it is kept, or what is wrong with it: a pattern that says too little, one that is there twice, an example that shows that something else was meant. */
export function readPatterns(given: readonly CompanyPatternInput[]): CompanyPattern[] {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const read = given.map(({ nameDe, nameEn, pattern, example }, at) => {
    const line = { nameDe: cleanLine(nameDe)!, nameEn: cleanLine(nameEn)!, pattern: cleanLine(pattern)!, example: cleanLine(example)! };
    const expression = patternOf(line.pattern);
    if (!expression) faults.push({ field: `patterns.${at}.pattern`, code: 'pattern', limit: PATTERN_LENGTH.max });
    else if (seen.has(expression.source)) faults.push({ field: `patterns.${at}.pattern`, code: 'taken' });
    else if (!fits(expression, line.example)) faults.push({ field: `patterns.${at}.example`, code: 'example' });
    if (expression) seen.add(expression.source);
    return line;
  });
  if (faults.length > 0) throw invalid(...faults);
  return read;
}
