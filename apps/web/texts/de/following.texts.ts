import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const following: Texts['following'] = {
  title: 'Wem und was Sie folgen',
  intro: 'Wir sagen Ihnen, was hier geschieht.',
  toBookmarks: 'Ihre Lesezeichen',
  kinds: { thread: 'Fragen', category: 'Themen', tag: 'Schlagwörter', member: 'Personen' },
  empty: {
    thread: 'Sie folgen noch keiner Frage. Fragen, in denen Sie schreiben, folgen Sie automatisch.',
    category: 'Sie folgen noch keinem Thema. Den Knopf dafür finden Sie oben auf der Seite jedes Themas.',
    tag: 'Sie folgen noch keinem Schlagwort. Den Knopf dafür finden Sie oben auf der Seite jedes Schlagworts.',
    member: 'Sie folgen noch niemandem. Den Knopf dafür finden Sie auf der Seite jeder Person.',
  },
  follow: 'Folgen',
  followHint: 'Folgen: Wir sagen Ihnen, was hier geschieht',
  followed: 'Sie folgen',
  unfollow: 'Sie folgen: nicht mehr folgen',
  bookmark: 'Merken',
  bookmarked: 'Gemerkt',
  unbookmark: 'Gemerkt: Lesezeichen entfernen',
  bookmarks: 'Ihre Lesezeichen',
  bookmarksIntro: 'Nur Sie sehen sie.',
  bookmarksEmpty: 'Hier ist noch nichts. Bei jedem Beitrag finden Sie den Knopf „Merken“.',
  toFollowing: 'Wem und was Sie folgen',
  isNew: 'Neu',
  unread: count({ one: '# ungelesen', other: '# ungelesen' }),
  firstUnread: 'Zum ersten ungelesenen Beitrag',
};
