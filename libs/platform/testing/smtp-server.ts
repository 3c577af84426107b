import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  raw: string;
  /** The header's value, unfolded; '' where there is none. */
  header(name: string): string;
  /** The plain text as it is read. */
  text: string;
}

export interface SmtpFixture {
  url: string;
  received: Received[];
  /** What the server answers from now on, instead of taking mails. */
  refuse(answer: { at: 'recipient' | 'data'; code: number } | null): void;
  /** Called with each mail before the server says that it took it. */
  before: (mail: Received) => void | Promise<void>;
  close(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it is sent. */
export async function smtpServer(): Promise<SmtpFixture> {
  const received: Received[] = [];
  let refusal: { at: 'recipient' | 'data'; code: number } | null = null;
  const refused = () => Object.assign(new Error('refused (on purpose)'), { responseCode: refusal!.code });
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusal?.at === 'recipient' ? refused() : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal?.at === 'data') return done(refused());
        const { mailFrom, rcptTo } = session.envelope;
        const mail = read(Buffer.concat(chunks).toString(), mailFrom ? mailFrom.address : '', rcptTo.map(({ address }) => address));
        void Promise.resolve(fixture.before(mail)).then(() => {
          received.push(mail);
          done();
        });
      });
    },
  });
  server.on('error', () => undefined); // a client that was killed
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const fixture: SmtpFixture = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuse: (answer) => { refusal = answer; },
    before: () => undefined,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return fixture;
}

function read(raw: string, from: string, to: string[]): Received {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => decodeWords(new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '');
  // of several parts the first is the plain one
  const boundary = /boundary="([^"]+)"/.exec(unfolded)?.[1];
  const body = rest.join('\r\n\r\n');
  const [partHead, partBody] = boundary ? splitOnce(body.split(`--${boundary}`)[1]!.replace(/^\r\n/, '')) : [unfolded, body];
  return { from, to, raw, header, text: decode(partBody, /content-transfer-encoding: (\S+)/i.exec(partHead)?.[1] ?? '').replaceAll('\r\n', '\n').trim() };
}

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('\r\n\r\n');
  return [part.slice(0, at), part.slice(at + 4)];
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

function decodeWords(value: string): string {
  return value.replace(/\?= =\?/g, '?==?').replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : decode(text.replaceAll('_', ' '), 'quoted-printable'));
}
