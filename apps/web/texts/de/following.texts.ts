import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const following: Texts['following'] = {
  title: 'Sie folgen',
  intro: 'Wir sagen Ihnen, was hier geschieht.',
  toBookmarks: 'Ihre Lesezeichen',
  kinds: { thread: 'Fragen', category: 'Themen', tag: 'Schlagwörter', member: 'Personen' },
  empty: {
    thread: 'Sie folgen noch keiner Frage. Wo Sie schreiben, folgen Sie von selbst.',
    category: 'Sie folgen noch keinem Thema. Der Knopf dafür steht am Kopf jedes Themas.',
    tag: 'Sie folgen noch keinem Schlagwort. Der Knopf dafür steht am Kopf jeder Liste zu einem Schlagwort.',
    member: 'Sie folgen noch niemandem. Der Knopf dafür steht auf der Seite jeder Person.',
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
  bookmarksEmpty: 'Hier ist noch nichts. Den Knopf dafür hat jeder Beitrag.',
  toFollowing: 'Dem Sie folgen',
  isNew: 'Neu',
  unread: count({ one: '# ungelesen', other: '# ungelesen' }),
  firstUnread: 'Zum ersten ungelesenen Beitrag',
};
