import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const work: Texts['work'] = {
  title: 'Für Sie zu tun',
  menu: 'Zu tun',
  announce: 'Störung oder Ankündigung melden',
  lists: 'Was auf Sie wartet',
  names: { unanswered: 'Unbeantwortet', claimed: 'Von Ihnen übernommen', owed: 'Rückfragen an Sie', notices: 'Überfällige Meldungen', gaps: 'Was fehlt' },
  intros: {
    unanswered: 'Fragen ohne Antwort in den Themen und zu den Schlagwörtern, denen Sie folgen.',
    claimed: 'Fragen, um die Sie sich gerade kümmern. Das endet mit Ihrer Antwort, wenn Sie sie zurückgeben, oder nach zehn Minuten.',
    owed: 'Jemand hat nachgefragt, kommentiert oder Sie erwähnt, und Sie haben seither nichts gesagt.',
    notices: 'Das dauert länger als erwartet. Die Betroffenen warten auf Neues.',
    gaps: 'Danach wurde in den letzten 30 Tagen gesucht, und nichts hier beantwortet es gut: Fragen Sie die Community, oder beantworten Sie es selbst.',
  },
  empty: {
    unanswered: 'Hier wartet nichts: In Ihren Themen hat jede Frage eine Antwort.',
    claimed: 'Sie haben gerade keine Frage übernommen. Tun Sie es bei einer, dann sehen es andere.',
    owed: 'Niemand wartet auf eine Antwort von Ihnen.',
    notices: 'Keine Meldung ist überfällig.',
    gaps: 'Wer gesucht hat, hat etwas gefunden.',
  },
  searched: count({ one: 'einmal gesucht', other: '#-mal gesucht' }),
  lastSearched: 'zuletzt',
  nearest: 'Am nächsten kommt:',
  nearestNone: 'Nichts kommt dem nahe.',
  searchIt: 'Danach suchen',
  askIt: 'Die Community fragen',
  closeGap: 'Erledigt',
  closeGapHint: 'Es ist inzwischen beantwortet oder gehört nicht hierher. Sucht wieder jemand vergeblich danach, steht es wieder hier.',
  toUnsolved: 'Was noch nicht gelöst ist',
  toUnanswered: 'Was unbeantwortet ist',
  toAnnouncements: 'Alle Ankündigungen',
  topics: 'Folgen Sie Themen, mit denen Sie sich auskennen',
  topicsHint: 'Bis dahin steht hier alles, was unbeantwortet ist.',
  why: { asker: 'Wer gefragt hat, hat seither geschrieben', edit: 'Die Frage wurde seither geändert', comment: 'Ein Kommentar für Sie', mention: 'Sie sind erwähnt' },
  putAside: 'Braucht kein Wort von mir',
  putAsideHint: 'Kommt wieder, sobald dort etwas Neues steht.',
  takeBack: 'Doch antworten',
  wasPutAside: 'Das wartet nicht mehr auf Sie. Schreibt dort jemand Neues, steht es wieder hier.',
  claim: 'Ich kümmere mich',
  claimHint: 'Andere sehen es zehn Minuten lang und dürfen trotzdem antworten.',
  giveBack: 'Zurückgeben',
  isOn: (name) => `${name} kümmert sich`,
  youAreOn: 'Sie kümmern sich',
};
