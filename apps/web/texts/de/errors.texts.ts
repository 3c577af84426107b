import type { Texts } from '../en/index.js';

export const errors: Texts['errors'] = {
  400: { title: 'Das haben wir nicht verstanden', hint: 'Die Adresse oder das Formular war unvollständig. Bitte gehen Sie zurück und versuchen Sie es noch einmal.' },
  403: { title: 'Das ist nicht erlaubt', hint: 'Ihr Konto darf das nicht. Wenn Sie meinen, dass es das dürfen sollte, fragen Sie das Team der Community.' },
  404: { title: 'Hier ist nichts', hint: 'Die Seite wurde verschoben oder entfernt, oder die Adresse enthält einen Tippfehler. Vielleicht findet die Suche sie:' },
  408: { title: 'Das kam zu langsam an', hint: 'Ihre Dateien sind nicht rechtzeitig angekommen, und nichts wurde gespeichert. Gehen Sie im Browser zurück: Ihr Text ist noch da. Senden Sie ihn ohne Dateien, mit kleineren oder über eine schnellere Verbindung.' },
  410: { title: 'Das wurde gelöscht', hint: 'Was hier stand, gibt es nicht mehr. Vielleicht findet die Suche etwas Ähnliches:' },
  413: { title: 'Das ist zu lang', hint: 'Was Sie geschickt haben, ist zu groß. Gehen Sie im Browser zurück: Ihr Text ist noch da. Kürzen Sie ihn, oder schicken Sie ihn in Teilen.' },
  429: { title: 'Das war viel in kurzer Zeit', hint: 'Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.' },
  500: { title: 'Bei uns ist etwas schiefgegangen', hint: 'Es lag nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal.' },
  signedOut: { title: 'Sie sind nicht mehr angemeldet', hint: 'Noch ist nichts gespeichert, und nichts ist verloren: Melden Sie sich in einem anderen Tab an, kommen Sie hierher zurück, und schicken Sie es noch einmal ab.', link: 'In einem anderen Tab anmelden' },
  goneFrom: 'Der Beitrag, auf den der Link zeigt, wurde gelöscht. Er stand hier:',
  goneSearch: 'Oder suchen Sie nach etwas Ähnlichem:',
  kept: 'Was Sie geschrieben haben, ist noch da',
  keptHint: 'Nichts wurde gespeichert. Sie können es noch einmal abschicken oder zur Sicherheit kopieren.',
  sendAgain: 'Noch einmal abschicken',
  home: 'Zur Startseite',
  fields: { title: 'Titel', body: 'Text', tags: 'Schlagwörter', name: 'Name', email: 'E-Mail-Adresse', description: 'Beschreibung', slug: 'Name in Adressen' },
};
