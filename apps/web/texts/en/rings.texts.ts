import { counting } from '../words.js';

const counted = counting('en-GB');
const people = counted({ one: 'one of them', other: '# of them' });

export const rings = {
  title: 'Votes that look agreed upon',
  intro: 'Found by night in the votes of the last 100 days. Nothing happens by itself: look at it, then set the votes aside, or say that there is nothing in it. Either can be taken back.',
  filter: 'What became of it',
  states: { open: 'To be looked at', undone: 'Set aside', dismissed: 'Nothing in it' },
  none: { open: 'Nothing looks agreed upon.', undone: 'No votes are set aside.', dismissed: 'Nothing was dismissed.' },
  kinds: {
    mutual: 'They vote for each other',
    star: 'Several vote for one',
    serial: 'One votes for one other, again and again',
    against: 'Votes against one member',
  },
  who: 'Who votes',
  for: 'For',
  against: 'Against',
  votes: (votes: string, posts: string) => `${votes} votes on ${posts} that they could have voted on`,
  share: (percent: number) => `${percent} % of all votes that they gave`,
  joined: counted({ one: 'They joined within a day of each other', other: 'They joined within # days of each other' }),
  joinedSameDay: 'They joined on the same day',
  sameNetwork: (count: number) => `${people(count)} came by a network that another of them came by`,
  found: 'found',
  decided: 'decided',
  undo: 'Set all these votes aside',
  undoHint: 'They count for nothing then, and the points for them are taken back.',
  dismiss: 'Nothing in it',
  restore: 'Put the votes back',
  reopen: 'Look at it again',
  done: { undone: 'The votes are set aside, and the points for them taken back.', dismissed: 'Noted: there is nothing in it.', open: 'It waits again, and its votes count.' },
};
