import type { Texts } from '../en/index.js';

export const rights: Texts['rights'] = {
  dataTitle: 'Ihre Daten',
  dataIntro: 'Alles, was über Sie gespeichert ist, als eine ZIP-Datei: Ihr Konto, Ihre Beiträge mit allen früheren Fassungen, Ihre Stimmen, was Sie verfolgen und sich gemerkt haben, Entwürfe, Benachrichtigungen und die Dateien, die Sie geschickt haben.',
  dataAsk: 'Meine Daten zusammenstellen',
  making: 'Ihre Daten werden zusammengestellt',
  waiting: 'Es geht gleich los.',
  madeOf: (done, total) => `Bisher ${done} von ${total} Einträgen`,
  leave: 'Sie können diese Seite verlassen: Wenn die Datei da ist, erfahren Sie es hier und per E-Mail.',
  look: 'Wie weit ist es?',
  ready: 'Ihre Daten sind bereit',
  download: (size) => `Herunterladen (${size})`,
  madeAt: 'Angefordert',
  until: 'Verfügbar bis',
  inside: 'Was die einzelnen Teile sind, steht darin in README.md. Geben Sie die Datei nicht weiter.',
  failed: 'Das hat nicht geklappt',
  failedHint: 'Ihre Daten konnten nicht zusammengestellt werden. Bitte versuchen Sie es noch einmal; klappt es wieder nicht, schreiben Sie bitte an die Betreiber.',
  expired: 'Die zuletzt angeforderte Datei ist gelöscht: Sie wird sieben Tage lang aufgehoben.',
  nextAt: 'Wieder anfordern können Sie sie ab',
  toSettings: 'Zurück zu den Einstellungen',
};
