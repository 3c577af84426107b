import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const following: Texts['following'] = {
  title: 'Was Sie verfolgen',
  intro: 'Wir sagen Ihnen, was hier geschieht.',
  toBookmarks: 'Ihre Lesezeichen',
  kinds: { thread: 'Fragen', category: 'Themen', tag: 'Schlagwörter', member: 'Personen' },
  empty: {
    thread: 'Sie verfolgen noch keine Frage. Wo Sie schreiben, folgen Sie von selbst.',
    category: 'Sie verfolgen noch kein Thema. Der Knopf dafür steht am Kopf jedes Themas.',
    tag: 'Sie verfolgen noch kein Schlagwort. Der Knopf dafür steht am Kopf jeder Liste zu einem Schlagwort.',
    member: 'Sie verfolgen noch niemanden. Der Knopf dafür steht auf der Seite jeder Person.',
  },
  follow: 'Verfolgen',
  followHint: 'Verfolgen: Wir sagen Ihnen, was hier geschieht',
  followed: 'Sie verfolgen das',
  unfollow: 'Sie verfolgen das: nicht mehr verfolgen',
  bookmark: 'Merken',
  bookmarked: 'Gemerkt',
  unbookmark: 'Gemerkt: Lesezeichen entfernen',
  bookmarks: 'Ihre Lesezeichen',
  bookmarksIntro: 'Nur Sie sehen sie.',
  bookmarksEmpty: 'Hier ist noch nichts. Den Knopf dafür hat jeder Beitrag.',
  toFollowing: 'Was Sie verfolgen',
  isNew: 'Neu',
  unread: count({ one: '# ungelesen', other: '# ungelesen' }),
  firstUnread: 'Zum ersten ungelesenen Beitrag',
};
