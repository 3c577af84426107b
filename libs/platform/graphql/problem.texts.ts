import type { Language, Reason } from '#platform/access';
import type { PrivateKind } from '#platform/content';
import type { ConflictCode, FieldCode, FieldFault, FoundPrivate, ProblemData } from './refused.js';

interface Texts {
  invalid: string;
  tooFast: (seconds: number) => string;
  privateData: string;
  /** A number of the company's own is called what the company calls it. */
  privateKinds: Record<Exclude<PrivateKind, 'company'>, string>;
  fields: Record<FieldCode, (limit: number, value: string, near: string) => string>;
  reasons: Record<Reason, (needs: number) => string>;
  conflicts: Record<ConflictCode, string>;
}

// One exhaustive map: a new reason without its two sentences does not compile.
const TEXTS: Record<Language, Texts> = {
  en: {
    invalid: 'Something is missing or cannot be taken as it is.',
    tooFast: (seconds) => `That was a lot in a short time. Please try again ${soon('en', seconds)}.`,
    privateData: 'This holds what looks like private data, and everybody could read it.',
    privateKinds: { email: 'E-mail address', telephone: 'Telephone number', iban: 'IBAN', card: 'Card number' },
    fields: {
      required: () => 'Please fill this in.',
      'too-short': (limit) => `Please write at least ${limit} characters.`,
      'too-long': (limit) => `At most ${limit} characters fit here.`,
      malformed: () => 'This cannot be taken as it is: please check it.',
      unknown: (_, value, near) => (near ? `“${value}” does not exist. Did you mean: ${near}?` : value ? `“${value}” does not exist. Please choose from what there is.` : 'This does not exist (any more).'),
      taken: () => 'This is taken already.',
      wrong: () => 'This is not right. Please try again.',
      agreement: () => 'Please agree to the house rules.',
      'too-many': (limit) => `No more than ${limit}, please.`,
      colour: () => 'Please give a colour as # and six digits or letters, like #0d5c63.',
      hours: () => 'Please write hours like “Mo-Fr 8:00-20:00; Sa 10:00-14:00”, or 24/7.',
      'contact-address': () => 'Please give a telephone number, an e-mail address, or an address that begins with https://.',
      'same-thread': () => 'This is, or leads back to, the very same one.',
      reserved: () => 'This name is kept for the company and its team. Please choose another.',
      pattern: (limit) => `Please write # for a digit and ? for a letter: at least 5 digits or fixed signs, 3 of them #, and no more than ${limit} signs.`,
      example: () => 'The example does not fit the pattern.',
      'mixed-scripts': () => 'Please write the name in one alphabet: mixed ones look like other names.',
      'newcomer-links': (limit) => `On your first day a post may hold ${limit} links. Please take some out.`,
      'newcomer-images': (limit) => `On your first day a post may hold ${limit} ${limit === 1 ? 'picture' : 'pictures'}. Please take some out.`,
      'newcomer-mentions': (limit) => `On your first day a post may mention ${limit} people (@name). Please take some out.`,
      'file-empty': (_, name) => `“${name}” is empty.`,
      'file-too-large': (limit, name) => `“${name}” is too large: at most ${limit} MB fit here.`,
      'file-kind': (_, name) => `“${name}” is not a file that can be taken. Pictures (JPEG, PNG, WebP, GIF, AVIF), PDF, ZIP and plain text can, told by what is in them.`,
      'file-broken': (_, name) => `The picture “${name}” cannot be read: it seems to be damaged.`,
      'file-dimensions': (_, name) => `The picture “${name}” has too many pixels. Please make it smaller.`,
      'file-again': () => 'Please choose your file once more: it could not be kept before you were signed in. Your text is not published yet.',
    },
    reasons: {
      'sign-in-needed': () => 'Please sign in first.',
      'verify-address': () => 'Please open the link in the mail we sent you first: it shows that the address is yours.',
      'agree-to-rules': () => 'The house rules have changed. Please read them and agree; then you can go on.',
      'own-post': () => 'You cannot vote on your own post.',
      'own-question': () => 'This is your own question: it counts already.',
      'rank-too-low': (needs) => `This comes with rank ${needs}.`,
      'not-the-asker': () => 'Only the person who asked, or staff, can accept an answer.',
      'not-a-question': () => 'Only answers to a question can be accepted or marked official.',
      'staff-only': () => 'Only staff can do this.',
      'thread-closed': () => 'This is closed and takes no more posts.',
      'comments-are-not-voted': () => 'Comments are not voted on.',
      'admin-only': () => 'Only admins can do this.',
      'own-self': () => 'You cannot follow yourself.',
      'not-your-file': () => 'Only the person who sent a file can remove it.',
      'own-role': () => 'Your own role has to be changed by another admin, so that one always remains.',
      'last-admin': () => 'You are the only admin: nobody could run this community any more. Make somebody else admin first.',
      'about-own-post': () => 'This is your own post: others look after it.',
      'looked-at': () => 'Somebody has looked at this within the last day and found it fine. If you think that it breaks the law, say so.',
      'others-look': () => 'Somebody else is looking at this right now.',
      silenced: () => 'You may not write in public for now. “Where you stand” says until when and why, and how to appeal.',
      suspended: () => 'You may not take part for now. “Where you stand” says until when and why, and how to appeal.',
      'team-member': () => 'This is somebody who keeps order here: only staff decide about super users, and about staff those who gave them their role.',
      'beyond-your-means': () => 'Super users give a notice, or silence somebody for up to 72 hours. For more, ask the staff.',
      'decided-by-you': () => 'You have decided about this before: it is for somebody else now.',
      'no-appeal': () => 'Against this no appeal can be made, or not any more.',
      'no-invitation': () => 'There is no invitation to answer, or not any more.',
      'no-super-user': () => 'This is no super user.',
      'the-team-speaks': () => 'What the team says is for everybody: it cannot be muted.',
      'renewal-waits': () => 'Somebody has asked for a longer suspension already; another member of staff confirms it.',
      'no-customer': () => 'Ranks are for customers. What super users and the team may do is theirs by their role.',
      'on-the-team': () => 'This address belongs to somebody who has this role, or a higher one, already.',
      'invitation-accepted': () => 'This invitation has been accepted. The role can be taken back on the member’s page.',
      'invitation-for-another': () => 'This invitation went to another address than the one you sign in with.',
      'session-needed': () => 'A token cannot do this: please sign in.',
      'not-on-first-day': () => 'This is not possible on your first day here. Tomorrow it is.',
      'not-the-author': () => 'Only the author, super users and staff can do this.',
      'too-late-to-edit': (needs) => (needs === 1 ? 'Own posts can be edited for 24 hours; from rank 2 on for 30 days.' : `Own posts can be edited for ${needs} days.`),
      'official-answer': () => 'The team stands by this answer as it is: only staff can change it.',
      'staff-post': () => 'Posts of the team are changed by the team alone.',
      deleted: () => 'This is deleted.',
      'not-deleted': () => 'This is not deleted.',
      'deleted-by-others': () => 'Somebody else deleted this: only they, or super users and staff who did not write it, can restore it.',
      'moved-by-others': () => 'Somebody else has put this here. Super users and staff can still move it: ask them.',
      'answered-already': () => 'Others have answered already. Super users and staff can still move it: ask them.',
      'others-answered': () => 'Others have answered already, and their answers would be lost. Super users and staff can delete the question.',
      'super-users-only': () => 'Only super users and staff can do this.',
      'asker-closes-settled': () => 'You can close your own question as settled; other reasons are for super users and staff.',
      'closed-by-others': () => 'Somebody else closed this. Only super users and staff can reopen it.',
      'closed-already': () => 'This is closed already.',
      'solved-already': () => 'This is solved already. Where something is wrong or missing, you can answer all the same.',
      'not-closed': () => 'This is not closed.',
      'not-an-answer': () => 'This is for answers only.',
      'not-visible': () => 'Not everyone can see this at the moment.',
      'asker-may-return': (needs) => `The person who asked decides first. Super users can in ${needs === 1 ? 'one day' : `${needs} days`}, if nothing is heard of them until then.`,
      'own-answer': () => 'This is your own answer: others say whether it helped them.',
      'kinds-differ': () => 'A question can be merged with a question, a discussion with a discussion.',
      'announcements-stay': () => 'Announcements cannot be merged.',
      'no-notice': () => 'This is no service notice.',
      'notice-ongoing': () => 'This is not over yet. Once it is, you can say whether it works again.',
      'only-questions': () => 'This is for questions only.',
      'asker-waits': () => 'This is your own question: others see to it.',
      'others-on-it': () => 'Somebody else is on it already. You can answer all the same.',
      'no-solution': () => 'Only an accepted or official answer becomes knowledge.',
      'merged-entry': () => 'This has become part of another entry. Please change that one.',
      'not-a-draft': () => 'This was published before: it can be archived.',
      'still-a-draft': () => 'This was never published: it can be rejected.',
      'own-entry': () => 'You answer for this entry yourself: others say whether it helps them.',
    },
    conflicts: {
      'other-input-same-id': 'This form (its clientMutationId) was sent before with something else in it. Please load the page again.',
      'already-there': 'This is there already.',
      'drafts-full': 'You have 50 drafts, and no more are kept. Please discard one first.',
      'changed-meanwhile': 'This was changed while you were writing. Please look at what stands there now, and send your text again if it should replace it.',
    },
  },
  de: {
    invalid: 'Etwas fehlt oder kann so nicht angenommen werden.',
    tooFast: (seconds) => `Das war viel in kurzer Zeit. Bitte versuchen Sie es ${soon('de', seconds)} noch einmal.`,
    privateData: 'Hier stehen Angaben, die privat aussehen, und alle könnten sie lesen.',
    privateKinds: { email: 'E-Mail-Adresse', telephone: 'Telefonnummer', iban: 'IBAN', card: 'Kartennummer' },
    fields: {
      required: () => 'Bitte ausfüllen.',
      'too-short': (limit) => `Bitte mindestens ${limit} Zeichen schreiben.`,
      'too-long': (limit) => `Hier passen höchstens ${limit} Zeichen hinein.`,
      malformed: () => 'Das kann so nicht angenommen werden: bitte prüfen.',
      unknown: (_, value, near) => (near ? `„${value}“ gibt es nicht. Meinten Sie: ${near}?` : value ? `„${value}“ gibt es nicht. Bitte wählen Sie aus dem, was es gibt.` : 'Das gibt es nicht (mehr).'),
      taken: () => 'Das ist schon vergeben.',
      wrong: () => 'Das stimmt nicht. Bitte versuchen Sie es noch einmal.',
      agreement: () => 'Bitte stimmen Sie den Hausregeln zu.',
      'too-many': (limit) => `Bitte nicht mehr als ${limit}.`,
      colour: () => 'Bitte eine Farbe als # und sechs Ziffern oder Buchstaben angeben, etwa #0d5c63.',
      hours: () => 'Bitte Zeiten so schreiben: „Mo-Fr 8:00-20:00; Sa 10:00-14:00“, oder 24/7.',
      'contact-address': () => 'Bitte eine Telefonnummer, eine E-Mail-Adresse oder eine Adresse angeben, die mit https:// beginnt.',
      'same-thread': () => 'Das ist genau diese Frage, oder es führt zu ihr zurück.',
      reserved: () => 'Dieser Name ist dem Unternehmen und seinem Team vorbehalten. Bitte wählen Sie einen anderen.',
      pattern: (limit) => `Bitte schreiben Sie # für eine Ziffer und ? für einen Buchstaben: mindestens 5 Ziffern oder feste Zeichen, davon 3 #, und höchstens ${limit} Zeichen.`,
      example: () => 'Das Beispiel passt nicht zum Muster.',
      'mixed-scripts': () => 'Bitte schreiben Sie den Namen in einem Alphabet: gemischte sehen anderen Namen ähnlich.',
      'newcomer-links': (limit) => `Am ersten Tag darf ein Beitrag ${limit} Links enthalten. Bitte nehmen Sie einige heraus.`,
      'newcomer-images': (limit) => `Am ersten Tag darf ein Beitrag ${limit} ${limit === 1 ? 'Bild' : 'Bilder'} enthalten. Bitte nehmen Sie einige heraus.`,
      'newcomer-mentions': (limit) => `Am ersten Tag darf ein Beitrag ${limit} Personen nennen (@Name). Bitte nehmen Sie einige heraus.`,
      'file-empty': (_, name) => `„${name}“ ist leer.`,
      'file-too-large': (limit, name) => `„${name}“ ist zu groß: Hier passen höchstens ${limit} MB hinein.`,
      'file-kind': (_, name) => `„${name}“ kann nicht angenommen werden. Möglich sind Bilder (JPEG, PNG, WebP, GIF, AVIF), PDF, ZIP und reiner Text; es zählt der Inhalt.`,
      'file-broken': (_, name) => `Das Bild „${name}“ lässt sich nicht lesen: Es scheint beschädigt zu sein.`,
      'file-dimensions': (_, name) => `Das Bild „${name}“ hat zu viele Bildpunkte. Bitte verkleinern Sie es.`,
      'file-again': () => 'Bitte wählen Sie Ihre Datei noch einmal aus: Vor der Anmeldung konnte sie nicht behalten werden. Ihr Text ist noch nicht veröffentlicht.',
    },
    reasons: {
      'sign-in-needed': () => 'Bitte zuerst anmelden.',
      'verify-address': () => 'Bitte öffnen Sie zuerst den Link in der E-Mail, die wir Ihnen geschickt haben: Er zeigt, dass die Adresse Ihnen gehört.',
      'agree-to-rules': () => 'Die Hausregeln haben sich geändert. Bitte lesen Sie sie und stimmen Sie zu; dann geht es weiter.',
      'own-post': () => 'Über den eigenen Beitrag kann man nicht abstimmen.',
      'own-question': () => 'Das ist Ihre eigene Frage: Sie zählt schon.',
      'rank-too-low': (needs) => `Das geht ab Rang ${needs}.`,
      'not-the-asker': () => 'Nur wer gefragt hat oder zum Team gehört, kann eine Antwort annehmen.',
      'not-a-question': () => 'Nur Antworten auf eine Frage können angenommen oder als offiziell gekennzeichnet werden.',
      'staff-only': () => 'Das kann nur das Team.',
      'thread-closed': () => 'Hier ist geschlossen: Es werden keine Beiträge mehr angenommen.',
      'comments-are-not-voted': () => 'Über Kommentare wird nicht abgestimmt.',
      'admin-only': () => 'Das kann nur die Verwaltung.',
      'own-self': () => 'Sich selbst kann man nicht folgen.',
      'not-your-file': () => 'Eine Datei kann nur entfernen, wer sie geschickt hat.',
      'own-role': () => 'Ihre eigene Rolle muss jemand anderes aus der Verwaltung ändern, damit immer jemand übrig bleibt.',
      'last-admin': () => 'Niemand außer Ihnen kann diese Community verwalten. Machen Sie zuerst jemand anderes zur Verwaltung.',
      'about-own-post': () => 'Das ist Ihr eigener Beitrag: Darum kümmern sich andere.',
      'looked-at': () => 'Das hat sich jemand im Lauf des letzten Tages angesehen und in Ordnung gefunden. Wenn es Ihrer Meinung nach gegen ein Gesetz verstößt, sagen Sie es.',
      'others-look': () => 'Das sieht sich gerade jemand anderes an.',
      silenced: () => 'Sie dürfen zurzeit nicht öffentlich schreiben. Unter „Wo Sie stehen“ lesen Sie, bis wann und warum, und wie Sie widersprechen.',
      suspended: () => 'Sie dürfen zurzeit nicht mitmachen. Unter „Wo Sie stehen“ lesen Sie, bis wann und warum, und wie Sie widersprechen.',
      'team-member': () => 'Diese Person sorgt hier selbst für Ordnung: Über Super User entscheidet nur das Team, über das Team, wer die Rolle vergeben hat.',
      'beyond-your-means': () => 'Super User können ermahnen oder bis zu 72 Stunden stumm schalten. Für mehr wenden Sie sich an das Team.',
      'decided-by-you': () => 'Darüber haben Sie schon einmal entschieden: Jetzt ist jemand anderes an der Reihe.',
      'no-appeal': () => 'Dagegen ist kein Widerspruch möglich, oder nicht mehr.',
      'no-invitation': () => 'Es gibt keine Einladung zu beantworten, oder nicht mehr.',
      'no-super-user': () => 'Das ist kein Super User.',
      'the-team-speaks': () => 'Was das Team sagt, ist für alle: Es lässt sich nicht stumm schalten.',
      'renewal-waits': () => 'Eine längere Sperre ist schon beantragt; jemand anderes aus dem Team bestätigt sie.',
      'no-customer': () => 'Ränge sind für die Kundschaft. Was Super User und das Team dürfen, dürfen sie durch ihre Rolle.',
      'on-the-team': () => 'Diese Adresse gehört jemandem, der diese Rolle oder eine höhere schon hat.',
      'invitation-accepted': () => 'Diese Einladung wurde angenommen. Die Rolle lässt sich auf der Seite des Mitglieds zurücknehmen.',
      'invitation-for-another': () => 'Diese Einladung ging an eine andere Adresse als die, mit der Sie sich anmelden.',
      'session-needed': () => 'Mit einem Token geht das nicht: bitte anmelden.',
      'not-on-first-day': () => 'Am ersten Tag geht das noch nicht. Ab morgen geht es.',
      'not-the-author': () => 'Das können nur die Person, die es geschrieben hat, Super User und das Team.',
      'too-late-to-edit': (needs) => (needs === 1 ? 'Eigene Beiträge lassen sich 24 Stunden lang bearbeiten; ab Rang 2 sind es 30 Tage.' : `Eigene Beiträge lassen sich ${needs} Tage lang bearbeiten.`),
      'official-answer': () => 'Für diese Antwort steht das Team so ein, wie sie ist: Nur das Team kann sie ändern.',
      'staff-post': () => 'Beiträge des Teams ändert nur das Team.',
      deleted: () => 'Das ist gelöscht.',
      'not-deleted': () => 'Das ist nicht gelöscht.',
      'deleted-by-others': () => 'Das hat jemand anderes gelöscht: Wiederherstellen können es nur diese Person oder Super User und Team, sofern sie es nicht selbst geschrieben haben.',
      'moved-by-others': () => 'Jemand anderes hat die Frage hierher verschoben. Super User und das Team können sie noch verschieben: Bitten Sie sie darum.',
      'answered-already': () => 'Andere haben schon geantwortet. Super User und das Team können die Frage noch verschieben: Bitten Sie sie darum.',
      'others-answered': () => 'Andere haben schon geantwortet, und ihre Antworten gingen verloren. Super User und das Team können die Frage löschen.',
      'super-users-only': () => 'Das können nur Super User und das Team.',
      'asker-closes-settled': () => 'Die eigene Frage können Sie als geklärt schließen; andere Gründe haben nur Super User und das Team.',
      'closed-by-others': () => 'Das hat jemand anderes geschlossen. Nur Super User und das Team können es wieder öffnen.',
      'closed-already': () => 'Das ist schon geschlossen.',
      'solved-already': () => 'Das ist schon gelöst. Wenn etwas falsch ist oder fehlt, können Sie trotzdem antworten.',
      'not-closed': () => 'Das ist nicht geschlossen.',
      'not-an-answer': () => 'Das geht nur bei Antworten.',
      'not-visible': () => 'Das können zurzeit nicht alle sehen.',
      'asker-may-return': (needs) => `Zuerst entscheidet, wer gefragt hat. Super User können es in ${needs === 1 ? 'einem Tag' : `${needs} Tagen`}, wenn bis dahin nichts von der Person zu hören ist.`,
      'own-answer': () => 'Das ist Ihre eigene Antwort: Ob sie geholfen hat, sagen andere.',
      'kinds-differ': () => 'Zusammenführen lassen sich zwei Fragen oder zwei Diskussionen.',
      'announcements-stay': () => 'Ankündigungen lassen sich nicht zusammenführen.',
      'no-notice': () => 'Hier wird keine Störung gemeldet.',
      'notice-ongoing': () => 'Das ist noch nicht vorbei. Danach können Sie sagen, ob es bei Ihnen wieder geht.',
      'only-questions': () => 'Das geht nur bei Fragen.',
      'asker-waits': () => 'Das ist Ihre eigene Frage: Darum kümmern sich andere.',
      'others-on-it': () => 'Jemand anderes ist schon dran. Antworten können Sie trotzdem.',
      'no-solution': () => 'Wissen wird nur aus einer angenommenen oder offiziellen Antwort.',
      'merged-entry': () => 'Das ist in einem anderen Eintrag aufgegangen. Bitte ändern Sie diesen.',
      'not-a-draft': () => 'Das war schon veröffentlicht: Es lässt sich archivieren.',
      'still-a-draft': () => 'Das war noch nie veröffentlicht: Es lässt sich ablehnen.',
      'own-entry': () => 'Für diesen Eintrag stehen Sie selbst ein: Ob er hilft, sagen andere.',
    },
    conflicts: {
      'other-input-same-id': 'Dieses Formular wurde schon einmal anders abgeschickt. Bitte laden Sie die Seite neu.',
      'already-there': 'Das gibt es schon.',
      'drafts-full': 'Sie haben 50 Entwürfe, mehr werden nicht aufgehoben. Bitte verwerfen Sie zuerst einen.',
      'changed-meanwhile': 'Während Sie schrieben, wurde das geändert. Bitte sehen Sie sich an, was jetzt dort steht, und schicken Sie Ihren Text noch einmal ab, wenn er es ersetzen soll.',
    },
  },
};

/** "in 20 seconds", "in 12 Minuten": as people say it. */
function soon(language: Language, seconds: number): string {
  const told = new Intl.RelativeTimeFormat(language);
  if (seconds < 90) return told.format(seconds, 'second');
  return seconds < 5_400 ? told.format(Math.ceil(seconds / 60), 'minute') : told.format(Math.ceil(seconds / 3_600), 'hour');
}

/** The sentence for one field's fault. */
export function fieldMessage(language: Language, fault: FieldFault): string {
  return TEXTS[language].fields[fault.code](fault.limit ?? 0, fault.value ?? '', fault.near?.join(', ') ?? '');
}

/** The sentence for a refusal, in the language of the one who asked. */
export function problemMessage(language: Language, problem: ProblemData): string {
  const texts = TEXTS[language];
  switch (problem.kind) {
    case 'InvalidInput': return texts.invalid;
    case 'NotAllowed': return texts.reasons[problem.reason](problem.needs ?? 0);
    case 'Conflict': return texts.conflicts[problem.conflict];
    case 'PrivateData': return texts.privateData;
    case 'TooFast': return texts.tooFast(Math.max(1, Math.ceil((problem.retryAt.getTime() - Date.now()) / 1000)));
  }
}

/** What something private is called. */
export function privateName(language: Language, { kind, named }: Pick<FoundPrivate, 'kind' | 'named'>): string {
  return kind === 'company' ? (named?.[language] ?? '') : TEXTS[language].privateKinds[kind];
}
