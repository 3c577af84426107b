import type { Texts } from '../en/index.js';

export const files: Texts['files'] = {
  label: 'Bilder und Dateien',
  hintGuest: 'Mitschicken kann sie, wer angemeldet ist: Nach dem Anmelden werden Sie noch einmal danach gefragt.',
  hint: 'Bis zu vier auf einmal. Bilder bis 10 MB; PDF, ZIP und reiner Text bis 25 MB. Sie stehen dann am Ende Ihres Textes.',
  again: 'Ihre Datei wurde nicht behalten: Mitschicken kann sie nur, wer angemeldet ist. Melden Sie sich an; dann können Sie sie noch einmal auswählen, bevor Ihr Text veröffentlicht wird.',
};
