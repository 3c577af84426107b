import type { Language } from '#platform/access';
import type { NotificationKind } from '../notification.kinds.js';
import type { Stop } from '../preferences/preference.type.js';

type Sentence = (who: string, title: string, times: number, duplicate: { title: string | null; ofNotice: boolean }) => string;

/** Whole days from two days on. */
const lasting = (hour: string, day: string) => (hours: number) => (hours >= 48 && hours % 24 === 0 ? `${hours / 24} ${day}` : `${hours} ${hour}`);
const english = lasting('hours', 'days');
const german = lasting('Stunden', 'Tage');

interface MailTexts {
  /** Subject and first line; in a digest, one line each. */
  kinds: Record<NotificationKind, Sentence>;
  someone: string;
  reason: (why: string) => string;
  /** Before the address where one appeals. */
  appeal: string;
  look: string;
  fetch: string;
  review: string;
  read: string;
  digest: (count: number, site: string) => string;
  more: (count: number) => string;
  all: string;
  why: (site: string) => string;
  settings: string;
  stop: string;
  stops: Record<Stop, string>;
}

const en: MailTexts = {
  kinds: {
    answer: (who, title) => `${who} answered “${title}”`,
    accepted: (who, title) => `${who} accepted your answer to “${title}”`,
    official: (who, title) => `${who} marked your answer to “${title}” as official`,
    helped: (_, title, times) => (times === 1 ? `Your answer solved somebody’s problem: “${title}”` : `Your answer solved the problem of ${times} people: “${title}”`),
    mention: (who, title) => `${who} mentioned you in “${title}”`,
    comment: (who, title) => `${who} commented in “${title}”`,
    reply: (who, title) => `${who} wrote in “${title}”`,
    newThread: (who, title) => `${who} opened “${title}”`,
    noticeLooking: (_, title) => `It is being looked into: “${title}”`,
    noticeFound: (_, title) => `The cause is found: “${title}”`,
    noticeRepairing: (_, title) => `It is being repaired: “${title}”`,
    noticeEnded: (_, title) => `It is over: “${title}”`,
    postEdited: (who, title) => `${who} edited your post in “${title}”`,
    postDeleted: (who, title) => `${who} deleted your post in “${title}”`,
    postRestored: (who, title) => `${who} restored your post in “${title}”`,
    postHidden: (_, title) => `Your post in “${title}” was hidden`,
    postShown: (_, title) => `Your post in “${title}” was looked at and is fine: everybody sees it`,
    threadClosed: (who, title) => `${who} closed your thread “${title}”`,
    threadReopened: (who, title) => `${who} opened your thread “${title}” again`,
    threadMoved: (who, title) => `${who} moved your thread “${title}”`,
    threadMerged: (who, title) => `${who} merged your thread into “${title}”`,
    threadDuplicate: (who, title, _, its) => (its.ofNotice ? `Your question${its.title ? ` “${its.title}”` : ''} belongs to the notice “${title}”: you will be told when it is over` : `${who} marked your thread${its.title ? ` “${its.title}”` : ''} as a duplicate of “${title}”`),
    postSplit: (who, title) => `${who} moved your post to a thread of its own: “${title}”`,
    followedMerged: (who, title) => `${who} merged a thread that you follow: “${title}”`,
    followedDuplicate: (who, title, _, its) => (its.ofNotice ? `What you follow${its.title ? `, “${its.title}”,` : ''} belongs to the notice “${title}”: you will be told when it is over` : `${who} marked a thread that you follow${its.title ? `, “${its.title}”,` : ''} as a duplicate of “${title}”`),
    followedSplit: (who, title) => `${who} moved answers out of a thread that you follow: “${title}”`,
    madeCustomer: (who) => `${who} took your role back: you are a member without any other role now`,
    madeSuperUser: (who) => `${who} made you a super user`,
    madeStaff: (who) => `${who} added you to the team`,
    madeAdmin: (who) => `${who} made you an admin`,
    rankRaised: (_, __, rank) => `You have reached rank ${rank}`,
    rankLowered: (_, __, rank) => `Your rank is ${rank} now`,
    superUserInvited: (who) => `${who} invites you to be a super user`,
    superUserAccepted: (who) => `${who} has accepted your invitation, and is a super user now`,
    superUserDeclined: (who) => `${who} would rather not be a super user`,
    superUserRenewed: () => 'You are a super user for another year',
    superUserEnded: () => 'Your time as a super user is over. Thank you for all you did',
    superUserTermEnds: () => 'The term of a super user whom you invited ends soon: shall it go on?',
    badge: () => 'You have a new badge',
    noticeGiven: () => 'Those who keep order ask you not to go on like this',
    silenced: (_, __, hours) => `You may not write in public for ${english(hours)}`,
    suspended: (_, __, hours) => `You may not take part for ${english(hours)}`,
    sanctionLifted: () => 'You may take part as before',
    appealUpheld: () => 'Somebody else has looked at your appeal: the decision stays',
    appealLifted: () => 'Somebody else has looked at your appeal: the decision was undone',
    entryReview: (_, __, times) => (times === 1 ? 'An entry that you look after needs review' : `${times} entries that you look after need review`),
    entryPublished: (who) => `${who} published what you wrote for the knowledge base: everyone reads it now`,
    entryRejected: (who) => `${who} looked at what you wrote for the knowledge base, and it is not wanted`,
    becameKnowledge: (who, title) => `${who} made an entry that everyone reads of your answer in “${title}”`,
    dataReady: () => 'Your data can be downloaded',
  },
  someone: 'Somebody',
  reason: (why) => `The reason given: ${why}`,
  appeal: 'You can have somebody else look at it:',
  look: 'Read it and reply:',
  review: 'Look at it:',
  read: 'Read it here:',
  fetch: 'For seven days, here (you are asked to sign in):',
  digest: (count, site) => (count === 1 ? `One thing that concerns you at ${site}` : `${count} things that concern you at ${site}`),
  more: (count) => (count === 1 ? 'And one more:' : `And ${count} more:`),
  all: 'All notifications:',
  why: (site) => `${site} mails you what concerns you, as you have set it.`,
  settings: 'Change that:',
  stop: 'Stop with one click',
  stops: {
    answer: 'answers to your threads', accepted: 'your answer was accepted', official: 'your answer became official', helped: 'your answer helped others', mention: 'somebody mentioned you',
    comment: 'comments', reply: 'threads that you follow', newThread: 'new threads', notice: 'service notices', keeping: 'your posts were edited or moved', account: 'your data is ready',
    digest: 'digests', all: 'all of these mails',
  },
};

const de: MailTexts = {
  kinds: {
    answer: (who, title) => `${who} hat auf „${title}“ geantwortet`,
    accepted: (who, title) => `${who} hat Ihre Antwort auf „${title}“ angenommen`,
    official: (who, title) => `${who} hat Ihre Antwort auf „${title}“ als offiziell gekennzeichnet`,
    helped: (_, title, times) => (times === 1 ? `Ihre Antwort hat jemandem geholfen: „${title}“` : `Ihre Antwort hat ${times} Personen geholfen: „${title}“`),
    mention: (who, title) => `${who} hat Sie in „${title}“ erwähnt`,
    comment: (who, title) => `${who} hat in „${title}“ kommentiert`,
    reply: (who, title) => `${who} hat in „${title}“ geschrieben`,
    newThread: (who, title) => `${who} hat „${title}“ eröffnet`,
    noticeLooking: (_, title) => `Es wird untersucht: „${title}“`,
    noticeFound: (_, title) => `Die Ursache ist gefunden: „${title}“`,
    noticeRepairing: (_, title) => `Es wird behoben: „${title}“`,
    noticeEnded: (_, title) => `Es ist vorbei: „${title}“`,
    postEdited: (who, title) => `${who} hat Ihren Beitrag in „${title}“ bearbeitet`,
    postDeleted: (who, title) => `${who} hat Ihren Beitrag in „${title}“ gelöscht`,
    postRestored: (who, title) => `${who} hat Ihren Beitrag in „${title}“ wiederhergestellt`,
    postHidden: (_, title) => `Ihr Beitrag in „${title}“ wurde ausgeblendet`,
    postShown: (_, title) => `Ihr Beitrag in „${title}“ wurde geprüft und ist in Ordnung: Alle sehen ihn`,
    threadClosed: (who, title) => `${who} hat Ihren Beitrag „${title}“ geschlossen`,
    threadReopened: (who, title) => `${who} hat Ihren Beitrag „${title}“ wieder geöffnet`,
    threadMoved: (who, title) => `${who} hat Ihren Beitrag „${title}“ verschoben`,
    threadMerged: (who, title) => `${who} hat Ihren Beitrag mit „${title}“ zusammengeführt`,
    threadDuplicate: (who, title, _, its) => (its.ofNotice ? `Ihre Frage${its.title ? ` „${its.title}“` : ''} gehört zur Meldung „${title}“: Sie erfahren, wenn es vorbei ist` : `${who} hat Ihren Beitrag${its.title ? ` „${its.title}“` : ''} als Duplikat von „${title}“ gekennzeichnet`),
    postSplit: (who, title) => `${who} hat Ihren Beitrag abgetrennt, er hat jetzt eine eigene Seite: „${title}“`,
    followedMerged: (who, title) => `${who} hat eine Frage oder Diskussion, der Sie folgen, zusammengeführt: „${title}“`,
    followedDuplicate: (who, title, _, its) => (its.ofNotice ? `Eine Frage, der Sie folgen${its.title ? ` („${its.title}“)` : ''}, gehört zur Meldung „${title}“: Sie erfahren, wenn es vorbei ist` : `${who} hat eine Frage oder Diskussion, der Sie folgen${its.title ? ` („${its.title}“)` : ''}, als Duplikat von „${title}“ gekennzeichnet`),
    followedSplit: (who, title) => `${who} hat Antworten aus einer Frage oder Diskussion, der Sie folgen, abgetrennt: „${title}“`,
    madeCustomer: (who) => `${who} hat Ihre Rolle zurückgenommen: Sie sind jetzt Mitglied ohne weitere Rolle`,
    madeSuperUser: (who) => `${who} hat Sie zum Super User gemacht`,
    madeStaff: (who) => `${who} hat Sie ins Team aufgenommen`,
    madeAdmin: (who) => `${who} hat Sie in die Verwaltung aufgenommen`,
    rankRaised: (_, __, rank) => `Sie haben Rang ${rank} erreicht`,
    rankLowered: (_, __, rank) => `Ihr Rang ist jetzt ${rank}`,
    superUserInvited: (who) => `${who} lädt Sie ein, Super User zu werden`,
    superUserAccepted: (who) => `${who} hat Ihre Einladung angenommen und ist jetzt Super User`,
    superUserDeclined: (who) => `${who} möchte lieber nicht Super User werden`,
    superUserRenewed: () => 'Sie sind für ein weiteres Jahr Super User',
    superUserEnded: () => 'Ihre Zeit als Super User ist zu Ende. Danke für alles',
    superUserTermEnds: () => 'Die Amtszeit eines Super Users, den Sie eingeladen haben, endet bald: Soll sie weitergehen?',
    badge: () => 'Sie haben ein neues Abzeichen',
    noticeGiven: () => 'Sie werden gebeten, so nicht weiterzumachen',
    silenced: (_, __, hours) => `Sie dürfen ${german(hours)} lang nicht öffentlich schreiben`,
    suspended: (_, __, hours) => `Sie dürfen ${german(hours)} lang nicht mitmachen`,
    sanctionLifted: () => 'Sie dürfen wieder mitmachen wie vorher',
    appealUpheld: () => 'Jemand anderes hat Ihren Widerspruch geprüft: Die Entscheidung bleibt',
    appealLifted: () => 'Jemand anderes hat Ihren Widerspruch geprüft: Die Entscheidung wurde aufgehoben',
    entryReview: (_, __, times) => (times === 1 ? 'Ein Eintrag in Ihrer Obhut ist zu prüfen' : `${times} Einträge in Ihrer Obhut sind zu prüfen`),
    entryPublished: (who) => `${who} hat veröffentlicht, was Sie für die Wissensdatenbank geschrieben haben: Alle können es jetzt lesen`,
    entryRejected: (who) => `${who} hat abgelehnt, was Sie für die Wissensdatenbank geschrieben haben`,
    becameKnowledge: (who, title) => `${who} hat aus Ihrer Antwort in „${title}“ einen Eintrag gemacht, den alle lesen`,
    dataReady: () => 'Ihre Daten können heruntergeladen werden',
  },
  someone: 'Jemand',
  reason: (why) => `Die Begründung: ${why}`,
  appeal: 'Sie können widersprechen, dann sieht es sich jemand anderes an:',
  look: 'Lesen und antworten:',
  review: 'Zum Prüfen:',
  read: 'Hier lesen:',
  fetch: 'Sieben Tage lang, hier (Sie werden gebeten, sich anzumelden):',
  digest: (count, site) => (count === 1 ? `Eine Neuigkeit für Sie bei ${site}` : `${count} Neuigkeiten für Sie bei ${site}`),
  more: (count) => (count === 1 ? 'Und noch eine:' : `Und ${count} weitere:`),
  all: 'Alle Benachrichtigungen:',
  why: (site) => `${site} schreibt Ihnen, was Sie betrifft, so wie Sie es eingestellt haben.`,
  settings: 'Das ändern:',
  stop: 'Mit einem Klick abbestellen',
  stops: {
    answer: 'Antworten auf Ihre Fragen und Diskussionen', accepted: 'Ihre Antwort wurde angenommen', official: 'Ihre Antwort wurde offiziell', helped: 'Ihre Antwort hat anderen geholfen', mention: 'jemand erwähnt Sie',
    comment: 'Kommentare', reply: 'Fragen und Diskussionen, denen Sie folgen', newThread: 'neue Fragen und Diskussionen', notice: 'Störungsmeldungen', keeping: 'Ihre Beiträge wurden bearbeitet oder verschoben', account: 'Ihre Daten sind bereit',
    digest: 'Sammelmails', all: 'alle diese E-Mails',
  },
};

export const MAIL_TEXTS: Record<Language, MailTexts> = { en, de };
