import type { Texts } from '../en/index.js';

export const page: Texts['page'] = {
  skip: 'Zum Inhalt springen',
  mainMenu: 'Hauptmenü',
  search: 'Suchen',
  searchLabel: 'Fragen und Antworten durchsuchen',
  searchPlaceholder: 'In eigenen Worten beschreiben',
  ask: 'Frage stellen',
  askShort: 'Fragen',
  threads: 'Fragen und Diskussionen',
  signIn: 'Anmelden',
  signUp: 'Registrieren',
  signOut: 'Abmelden',
  admin: 'Verwaltung',
  profile: 'Ihr Profil',
  otherLanguage: 'English',
  otherLanguageLabel: 'This page in English',
  footer: (site) => `${site}: Kunden helfen Kunden.`,
  contact: 'Noch Fragen?',
  top: 'Nach oben',
  breadcrumb: 'Sie sind hier',
  home: 'Startseite',
};
