export const errors = {
  400: { title: 'We did not understand that', hint: 'The address or the form was incomplete. Please go back and try again.' },
  403: { title: 'This is not allowed', hint: 'Your account may not do this. If you think it should, ask the community’s team.' },
  404: { title: 'There is nothing here', hint: 'The page was moved or removed, or the address has a typing error. Perhaps the search finds it:' },
  408: { title: 'That came too slowly', hint: 'Your files did not arrive in time, and nothing was saved. Go back with your browser: your text is still there. Send it without the files, with smaller ones, or over a faster connection.' },
  413: { title: 'That is too long', hint: 'What you sent is too large to be taken. Go back with your browser: your text is still there. Shorten it, or post it in parts.' },
  429: { title: 'That was a lot in a short time', hint: 'Please wait a moment, then try again.' },
  500: { title: 'Something went wrong on our side', hint: 'It was not your doing. Please try again in a moment.' },
  kept: 'What you typed is still here',
  keptHint: 'Nothing was saved. You can send it again, or copy it to be safe.',
  sendAgain: 'Send again',
  home: 'Go to the start page',
  fields: { title: 'Title', body: 'Text', tags: 'Tags', name: 'Name', email: 'E-mail address', description: 'Description', slug: 'Name in addresses' },
};
