export const share = {
  share: 'Share',
  link: 'Link to this page',
  mail: 'By e-mail',
  sheet: 'Other ways ...',
  copy: 'Copy the link',
  copied: 'Copied.',
};
