import type { Texts } from '../en/index.js';

export const fields: Texts['fields'] = {
  asked: 'Zu diesem Thema brauchen wir noch etwas mehr: Bitte sehen Sie die Felder unter dem Thema an.',
  show: 'Zeigen, was dieses Thema noch wissen möchte',
  title: (category) => `Was beim Schreiben in ${category} gefragt wird`,
  intro: 'Diese Felder werden hier und in allen Themen darunter abgefragt.',
  link: 'Was gefragt wird',
  inherited: 'Von den Themen darüber',
  none: 'Noch wird nichts gefragt.',
  add: 'Neues Feld',
  key: 'Name in Adressen',
  keyHint: 'Kleinbuchstaben, Ziffern und Bindestriche: device, firmware-version.',
  labelDe: 'Name auf Deutsch',
  labelEn: 'Name auf Englisch',
  choices: 'Auswahl, eine je Zeile',
  choicesHint: 'Bleibt das leer, kann alles geschrieben werden.',
  required: 'Ohne dieses Feld wird nichts abgeschickt',
  create: 'Feld anlegen',
  remove: 'Nicht mehr fragen',
  filter: 'Diese zeigen',
  any: 'Alle',
};
