/** What the scripts of a form say (elements/compose-helps.ts); # stands for the name of a file. */
export const composing = {
  tools: 'Format text',
  bold: 'Bold',
  italic: 'Italic',
  link: 'Add a link',
  quote: 'Quotation',
  code: 'Code or command',
  'unordered-list': 'List',
  'ordered-list': 'Numbered list',
  file: 'Add a picture or file',
  previewShown: 'The preview is shown above the buttons.',
  sending: 'Sending #',
  sent: '# is in your text now.',
  sendingFailed: 'This file did not arrive. Your text is still here; please try again.',
  filesChosen: 'Chosen. Files are sent with your text, once you are signed in.',
  filesMembers: 'Only somebody who is signed in can send files.',
};
