export const drafts = {
  title: 'Your drafts',
  intro: 'Nobody else sees them. Drafts you do not change for 90 days are deleted.',
  none: 'You have no drafts.',
  save: 'Save draft',
  saved: 'Your draft is saved: you will find it here when you come back.',
  taken: 'This is your draft, saved',
  apart: 'You have a draft of something else. It stays as it is until you save this one in its place.',
  goOn: 'Go on with the draft',
  savedAt: 'saved',
  discard: 'Discard',
  places: { ask: 'A new question or discussion', announce: 'A new announcement', answer: 'To', comment: 'Comment on', edit: 'Change in' },
};
