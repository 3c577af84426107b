import type { TaskList } from 'graphile-worker';
import type { MailSender } from './mail.sender.js';

/** The queue waits e^try seconds between tries: ten take three and a half hours, which outlasts a restart, greylisting and a bad evening. */
export const SEND_TRIES = 10;

export function mailTasks(sender: MailSender): TaskList {
  return {
    'send-mail': async (payload, { job }) => {
      const { mailId } = payload as { mailId: string };
      await sender.send(mailId, job.attempts >= job.max_attempts);
    },
  };
}
