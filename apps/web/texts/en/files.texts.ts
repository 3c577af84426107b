export const files = {
  label: 'Pictures and files',
  hintGuest: 'Only members can send them: you are asked for them again once you are signed in.',
  hint: 'Up to four at a time. Pictures up to 10 MB; PDF, ZIP and plain text up to 25 MB. They are put at the end of your text.',
  again: 'Your file was not kept: only somebody who is signed in can send one. Sign in, and you can choose it again before your text is posted.',
};
