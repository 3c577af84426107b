export const mailbox = {
  title: 'Mailbox',
  leaves: 'Mails that the community sent in the last 30 days. What they say is shown to nobody but their readers: it may hold links that sign in.',
  kept: 'No mail server is set (SMTP_URL), so nothing leaves: these are the mails of the last 30 days, for you to read and to try out what they lead to.',
  empty: 'No mail was written yet.',
  back: 'All mails',
  to: 'To',
  failure: 'Last failure:',
  noText: 'Only its reader can see what this mail says.',
  states: { queued: 'Waits to be sent', sent: 'Sent', failed: 'Failed', kept: 'Kept here' },
};
