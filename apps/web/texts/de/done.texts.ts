import type { Texts } from '../en/index.js';

export const done: Texts['done'] = {
  asked: 'Veröffentlicht. Sobald jemand antwortet, erfahren Sie es hier und, wenn Sie E-Mails bekommen, auch per E-Mail.',
  joined: 'Sie folgen dem jetzt und erfahren, was es Neues gibt.',
  claimed: 'Sie kümmern sich darum: Andere sehen das zehn Minuten lang, und es steht unter „Meine Arbeit“.',
  givenBack: 'Zurückgegeben: Andere sind wieder um Hilfe gebeten.',
  closed: 'Es ist geschlossen und nimmt keine Antworten mehr an. Wieder öffnen macht das rückgängig.',
  reopened: 'Es ist wieder offen und nimmt Antworten an.',
  moved: 'Es steht jetzt in diesem Thema. Alte Links führen weiterhin hierher.',
  sameTopic: 'Es stand schon in diesem Thema: Nichts wurde geändert.',
  duplicate: 'Es ist als Duplikat geschlossen. Wer ihm folgt, folgt jetzt auch dem anderen.',
  merged: 'Beides ist jetzt eins: Was dort geschrieben wurde, steht hier.',
  split: 'Was Sie ausgewählt haben, steht jetzt hier, als eigene Frage.',
  noticeOver: 'Es ist vorbei: Wer der Meldung folgt, erfährt es jetzt.',
  noticeUpdated: 'Gemeldet: Wer der Meldung folgt, erfährt es jetzt.',
};
