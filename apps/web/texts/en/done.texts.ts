/** What was just done to a thread, said at its head. */
export const done = {
  asked: 'It is published. As soon as somebody answers, you are told here and, if you get mails, by mail.',
  joined: 'You follow this now: you are told what is new.',
  claimed: 'You are on it: others see that for ten minutes, and it stands on “My work”.',
  givenBack: 'Given back: others are asked for help again.',
  closed: 'It is closed now and takes no more answers. Reopening it undoes this.',
  reopened: 'It is open again and takes answers.',
  moved: 'It stands in this topic now. Old links still lead here.',
  sameTopic: 'It stands in this topic already: nothing was changed.',
  duplicate: 'It is closed as a duplicate. Whoever follows it follows the other one, too.',
  merged: 'Both are one now: what was written there stands here.',
  split: 'What you chose stands here now, as a question of its own.',
  noticeOver: 'It is over: whoever follows it is told now.',
  noticeUpdated: 'Posted: whoever follows it is told now.',
};
