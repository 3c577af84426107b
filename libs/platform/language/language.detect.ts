import { fold } from './fold.js';

/** The languages that a text may be in here. */
export type Language = 'de' | 'en';

/** The commonest small words of each that are no words of the other; enough to tell a sentence, and too few to be wrong about a name. */
const TELLING: Record<Language, Set<string>> = {
  de: new Set(
    `der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ist sind bin wird wurde werden hat habe haben hatte kann
    koennen konnte muss soll ich mich mir du dich dir er wir uns ihr euch sie ihm ihn mein meine meinen meinem meiner dein sein seine wie wo wer wann warum wieso
    weshalb welche welcher welches wenn dann weil dass ob auf mit bei von vom zu zum zur nach aus ueber fuer durch ohne gegen seit bis im am
    auch noch nur schon sehr mehr immer wieder jetzt hier dort etwas alle geht gibt mal bitte danke hallo zwischen beim sich es`
      .split(/\s+/)
      .map((word) => word.replace('ue', 'u').replace('oe', 'o')),
  ),
  en: new Set(
    `the a an and or but not no is are be been were have has had do does did can could would should i me my we us our you your he she it its they them
    their this that these those what where when who why how which if then because of on with at by from to into for about over through without
    since there here some any just only also very more after before again please thanks thank hello get got doesn don won isn`.split(/\s+/),
  ),
};

/** Words of both languages: evidence for none. */
for (const word of ['die', 'hat', 'am', 'an', 'so', 'in', 'war', 'will', 'was', 'her', 'man', 'a', 'do', 'no', 'more']) {
  TELLING.de.delete(word);
  TELLING.en.delete(word);
}

const LONG_ENOUGH = 2_000; // characters: more of the same text changes no verdict
const UMLAUT = /[äöüß]/gi;
const GERMAN_SHAPE = /\w(?:ung|ungen|keit|heit|lich|isch|ieren|iert|schaft)$/;
const ENGLISH_SHAPE = /\w(?:ing|tion|tions|ness|ful|able|ly)$/;

/** The language of a text, or null where its words do not say. */
export function detectLanguage(text: string): Language | null {
  const sample = text.slice(0, LONG_ENOUGH).normalize('NFC');
  const evidence = { de: sample.match(UMLAUT)?.length ?? 0, en: 0 };
  for (const word of fold(sample).match(/[a-z]+/g) ?? []) {
    const german = word.replace('ue', 'u').replace('oe', 'o');
    if (TELLING.de.has(german) || TELLING.de.has(word)) evidence.de += 2;
    else if (TELLING.en.has(word)) evidence.en += 2;
    else if (GERMAN_SHAPE.test(word)) evidence.de += 1;
    else if (ENGLISH_SHAPE.test(word)) evidence.en += 1;
  }
  const [more, less] = evidence.de >= evidence.en ? (['de', 'en'] as const) : (['en', 'de'] as const);
  return evidence[more] >= 1.5 * evidence[less] && evidence[more] > 0 ? more : null;
}
