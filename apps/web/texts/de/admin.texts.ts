import type { Texts } from '../en/index.js';

export const admin: Texts['admin'] = {
  title: 'Verwaltung',
  categories: 'Themen',
  newCategory: 'Neues Thema',
  name: 'Name',
  slug: 'Name in Adressen',
  slugHint: 'Kleinbuchstaben, Ziffern und Bindestriche. Bleibt das Feld leer, entsteht er aus dem Namen.',
  description: 'Beschreibung',
  descriptionHint: 'Was hierher gehört, in einem Satz.',
  parent: 'Unterhalb von',
  noParent: 'Ganz oben',
  position: 'Platz',
  positionHint: 'Kleine Zahlen stehen vorn.',
  create: 'Thema anlegen',
  save: 'Speichern',
  tags: 'Schlagwörter',
  newTag: 'Neues Schlagwort',
  tagHint: 'Ein Wort, oder mehrere mit Bindestrichen: wlan, rechnung.',
  createTag: 'Schlagwort anlegen',
  none: 'Es gibt noch keine.',
  done: 'Gespeichert.',
};
