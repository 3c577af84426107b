import { counting } from '../words.js';

const count = counting('en-GB');

export const following = {
  title: 'What you follow',
  intro: 'We tell you what happens here.',
  toBookmarks: 'Your bookmarks',
  kinds: { thread: 'Questions', category: 'Topics', tag: 'Tags', member: 'People' },
  empty: {
    thread: 'You do not follow any question yet. You follow those you write in automatically.',
    category: 'You do not follow any topic yet. The button is at the top of each topic’s page.',
    tag: 'You do not follow any tag yet. The button is at the top of each tag’s page.',
    member: 'You do not follow anybody yet. The button is on each person’s page.',
  },
  follow: 'Follow',
  followHint: 'Follow: we tell you what happens here',
  followed: 'You follow this',
  unfollow: 'You follow this: stop following',
  bookmark: 'Bookmark',
  bookmarked: 'Bookmarked',
  unbookmark: 'Bookmarked: take the bookmark away',
  bookmarks: 'Your bookmarks',
  bookmarksIntro: 'Only you see them.',
  bookmarksEmpty: 'Nothing here yet. Each post has a button for it.',
  toFollowing: 'What you follow',
  isNew: 'New',
  unread: count({ one: '# unread', other: '# unread' }),
  firstUnread: 'To the first unread post',
};
