import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const affected = 'bei dem, was betroffen ist';
const FIELDS: Record<string, string> = { title: 'im Titel', body: 'im Text', text: 'im Text', reason: 'in der Begründung', 'notice.affected': affected, affected, 'notice.regions': affected, regions: affected };

export const privateData: Texts['privateData'] = {
  title: 'Das sieht nach privaten Angaben aus:',
  public: 'Was hier steht, können alle lesen, auch ohne Anmeldung, und Suchmaschinen finden es. Ist es für alle bestimmt?',
  where: (field) => FIELDS[field] ?? 'in einem Feld des Themas',
  more: counting('de-DE')({ one: 'und eine weitere Stelle', other: 'und # weitere Stellen' }),
  change: 'Ändern',
  mask: 'Durch Punkte ersetzen',
  publish: 'So veröffentlichen',
  again: 'Abschicken',
  masked: 'Wo etwas privat aussah, stehen jetzt Punkte. Bitte lesen Sie den Text noch einmal, und schicken Sie ihn dann ab.',
  patternsTitle: 'Nummern, die privat aussehen',
  patternsIntro: 'Kundennummern, Vertragsnummern und Ähnliches gehören nicht in die Öffentlichkeit. Wer eine davon veröffentlichen will, wird gewarnt, so wie bei E-Mail-Adressen, Telefonnummern, IBANs und Kartennummern, die ohnehin erkannt werden.',
  patternsHow: '# ist eine Ziffer, ? ein Buchstabe, alles andere steht für sich: KD-######## passt auf KD-12345678, KD 12345678 und KD12345678. Eine geleerte Zeile wird entfernt.',
  patternsNone: 'Es gibt noch keine Muster.',
  patternsLegend: (n) => `Muster ${n}`,
  patternsNew: 'Neues Muster',
  nameDe: 'Name auf Deutsch',
  nameEn: 'Name auf Englisch',
  pattern: 'Muster',
  patternHint: 'z. B. KD-########',
  example: 'Beispiel',
  exampleHint: 'Eine erfundene Nummer, auf die das Muster passt. So zeigt sich, dass es das Richtige findet.',
  save: 'Alle speichern',
};
