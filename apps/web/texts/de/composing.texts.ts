import type { Texts } from '../en/index.js';

export const composing: Texts['composing'] = {
  tools: 'Gestaltung',
  bold: 'Fett',
  italic: 'Kursiv',
  link: 'Link einfügen',
  quote: 'Zitat',
  code: 'Code oder Befehl',
  'unordered-list': 'Liste',
  'ordered-list': 'Nummerierte Liste',
  file: 'Bild oder Datei einfügen',
  previewShown: 'Die Vorschau steht über den Knöpfen.',
  sending: '# wird gesendet',
  sent: '# steht jetzt in Ihrem Text.',
  sendingFailed: 'Diese Datei ist nicht angekommen. Ihr Text ist noch da; bitte versuchen Sie es noch einmal.',
  draftSaved: 'Entwurf gespeichert um #',
  draftNotSaved: 'Der Entwurf ließ sich gerade nicht speichern; Ihr Text ist noch da.',
  kept: 'Das haben Sie beim letzten Mal geschrieben. Es ist nur in diesem Browser gespeichert.',
  otherKept: 'Bevor Sie sich angemeldet haben, haben Sie eine andere Frage begonnen.',
  otherGoOn: 'Mit jener weitermachen',
  filesChosen: 'Dateien senden können nur Mitglieder: Nach der Anmeldung werden Sie noch einmal danach gefragt. Ihr Text bleibt erhalten.',
  filesMembers: 'Nur wer angemeldet ist, kann Dateien senden.',
};
