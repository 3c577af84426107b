import { counting } from '../words.js';

const counted = counting('en-GB');
const points = counted({ one: 'point', other: 'points' });

export const standing = {
  link: 'Where you stand',
  linkOf: 'Where they stand',
  title: 'Where you stand',
  titleOf: (name: string) => `Where ${name} stands`,
  intro: 'Points say how much you have helped. Nobody but you and the team sees what they came from.',
  introOf: 'Only they and the team see this.',
  toProfile: 'Their profile',
  points,
  profile: counted({ one: '# point', other: '# points' }),
  rules: 'What brings points',
  what: 'For what',
  each: 'Each',
  brought: 'So far',
  capped: (most: string) => `Counts up to ${most} points a day. Accepted and official answers count without end.`,
  ledger: 'Each point, the latest first',
  ownNothing: 'No points yet. They come with answers that help others.',
  nothing: 'No points yet.',
  gone: 'It is not to be seen any more.',
  takenBack: (source: string) => `Taken back: ${source}`,
  sources: {
    upVoted: 'A vote for an answer',
    downVoted: 'A vote against an answer',
    accepted: 'Answer accepted',
    askerAccepted: 'Own question solved by somebody else’s answer',
    official: 'Answer made official by the team',
    helped: 'Answer solved a later reader’s problem',
    articleUsed: 'Article helped a reader',
    welcomed: 'First to reply to somebody new',
    votedBefore: 'Votes from before',
    dailyCap: 'More than a day may bring',
  },
};
