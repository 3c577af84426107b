/** Mail: written in the transaction that it tells of, sent once by the worker; kept for the admin's eyes where no server is set. */
export { MailModule } from './mail.module.js';
export { type MailDraft, Mailer, MAILS_A_DAY } from './mailer.js';
export { MailSender } from './mail.sender.js';
export { mailTasks } from './mail.tasks.js';
