import type { Texts } from '../en/index.js';

export const drafts: Texts['drafts'] = {
  title: 'Ihre Entwürfe',
  intro: 'Niemand sonst sieht sie. Entwürfe, die Sie 90 Tage lang nicht ändern, werden gelöscht.',
  none: 'Sie haben keine Entwürfe.',
  save: 'Entwurf speichern',
  saved: 'Ihr Entwurf ist gespeichert: Er steht hier, wenn Sie wiederkommen.',
  taken: 'Hier steht Ihr Entwurf, gespeichert',
  apart: 'Sie haben einen Entwurf zu etwas anderem. Er bleibt, wie er ist, bis Sie diesen hier an seiner Stelle speichern.',
  goOn: 'Mit dem Entwurf weitermachen',
  savedAt: 'gespeichert',
  discard: 'Verwerfen',
  places: { ask: 'Eine neue Frage oder Diskussion', announce: 'Eine neue Ankündigung', answer: 'Zu', comment: 'Kommentar zu', edit: 'Änderung in' },
};
