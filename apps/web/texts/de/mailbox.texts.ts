import type { Texts } from '../en/index.js';

export const mailbox: Texts['mailbox'] = {
  title: 'Postausgang',
  leaves: 'E-Mails, die die Community in den letzten 30 Tagen verschickt hat. Ihren Inhalt sehen nur die Empfänger: Er kann Links enthalten, mit denen man sich anmelden kann.',
  kept: 'Es ist kein Mailserver eingerichtet (SMTP_URL), darum wird nichts verschickt: Hier stehen die E-Mails der letzten 30 Tage zum Lesen und Ausprobieren.',
  empty: 'Es wurde noch keine E-Mail geschrieben.',
  back: 'Alle E-Mails',
  to: 'An',
  failure: 'Letzter Fehler:',
  noText: 'Was in dieser E-Mail steht, sieht nur, wer sie bekommen hat.',
  states: { queued: 'Wartet auf den Versand', sent: 'Verschickt', failed: 'Gescheitert', kept: 'Liegt hier' },
};
