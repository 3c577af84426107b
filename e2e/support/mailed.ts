import { type Received, smtpServer } from '#platform/testing';

export interface Mailed {
  url: string;
  received: Received[];
  /** The latest mail to that address whose subject fits, as soon as it has arrived. */
  to(email: string, subject: RegExp): Promise<Received>;
  /** The path that the link in it leads to. */
  pathIn(mail: Received): string;
  close(): Promise<void>;
}

/** A mail server of one's own, and what came to it. */
export async function mailed(): Promise<Mailed> {
  const smtp = await smtpServer();
  return {
    url: smtp.url,
    received: smtp.received,
    to: async (email, subject) => {
      for (let tries = 0; tries < 300; tries += 1) {
        const found = smtp.received.findLast((mail) => mail.to.includes(email) && subject.test(mail.header('Subject')));
        if (found) return found;
        await new Promise((later) => setTimeout(later, 50));
      }
      throw new Error(`no mail to ${email} about ${String(subject)}: ${smtp.received.map((mail) => `${mail.to.join()} ${mail.header('Subject')}`).join('; ')}`);
    },
    pathIn: (mail) => new URL(/https?:\/\/\S+/.exec(mail.text)![0]).pathname,
    close: smtp.close,
  };
}
