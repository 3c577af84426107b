import { readSettings } from '#platform/config';
import { messageOf } from './mail.message.js';

const MAIL = { id: '1', recipient: 'ada@example.org', subject: 'Hello', text: 'Hello.', html: null, listUnsubscribe: null, messageId: 'x' };
const from = (mailFrom: string) => messageOf(MAIL, readSettings({ SMTP_URL: 'smtp://mail.example', KUNDIG_NAME: 'Kundig', MAIL_FROM: mailFrom }), 'Nordnetz hilft').from;

describe('whom mails come from', () => {
  it('is the community by the name it has now, unless the operator named somebody', () => {
    expect(from('help@company.example')).toEqual({ name: 'Nordnetz hilft', address: 'help@company.example' });
    expect(from('Service <help@company.example>')).toEqual({ name: 'Service', address: 'help@company.example' });
  });
});
