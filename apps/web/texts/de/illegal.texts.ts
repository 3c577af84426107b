import type { Texts } from '../en/index.js';

export const illegal: Texts['illegal'] = {
  link: 'Rechtswidriger Inhalt?',
  title: 'Einen rechtswidrigen Inhalt anzeigen',
  intro: 'Sie brauchen kein Konto. Ein Mensch liest Ihre Angaben und entscheidet; Sie bekommen eine Adresse, unter der Sie sehen, was daraus geworden ist. Wer Sie sind, speichern wir nicht.',
  why: 'Was ist rechtswidrig, und wogegen verstößt es?',
  whyHint: 'Welche Stelle, und welches Gesetz sie verletzt. Mindestens 20 Zeichen.',
  faith: 'Ich bin in gutem Glauben davon überzeugt, dass meine Angaben richtig und vollständig sind.',
  faithMissing: 'Bitte bestätigen Sie, dass Ihre Angaben nach Ihrer Überzeugung richtig und vollständig sind.',
  send: 'Zur Entscheidung abschicken',
  keep: 'Zurück zum Beitrag',
  receiptTitle: 'Ihre Meldung',
  keepAddress: 'Bewahren Sie diese Adresse auf: Hier sehen Sie, was daraus wird. Sonst kennt sie niemand, auch wir finden sie nicht für Sie wieder.',
  came: 'Eingegangen',
  youSaid: 'Ihre Angaben',
  outcome: 'Entscheidung',
  waits: 'Ein Mensch wird es prüfen. Noch ist nichts entschieden.',
  outcomes: { fine: 'Ein Mensch hat es geprüft; es darf stehen bleiben.', hide: 'Ein Mensch hat es geprüft; es ist verborgen.', delete: 'Ein Mensch hat es geprüft; es ist gelöscht.' },
  disagree: 'Wenn Sie das anders sehen, stehen Ihnen die Gerichte und außergerichtliche Streitbeilegungsstellen offen.',
};
