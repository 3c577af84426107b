import type { Language, Reason } from '#platform/access';
import type { ConflictCode, FieldCode, FieldFault, ProblemData } from './refused.js';

interface Texts {
  invalid: string;
  tooFast: (seconds: number) => string;
  fields: Record<FieldCode, (limit: number, value: string) => string>;
  reasons: Record<Reason, (needs: number) => string>;
  conflicts: Record<ConflictCode, string>;
}

// One exhaustive map: a new reason without its two sentences does not compile.
const TEXTS: Record<Language, Texts> = {
  en: {
    invalid: 'Something is missing or cannot be taken as it is.',
    tooFast: (seconds) => `That was a lot in a short time. Please try again ${soon('en', seconds)}.`,
    fields: {
      required: () => 'Please fill this in.',
      'too-short': (limit) => `Please write at least ${limit} characters.`,
      'too-long': (limit) => `At most ${limit} characters fit here.`,
      malformed: () => 'This cannot be taken as it is: please check it.',
      unknown: (_, value) => (value ? `“${value}” does not exist. Please choose from what there is.` : 'This does not exist (any more).'),
      taken: () => 'This is taken already.',
      wrong: () => 'This is not right. Please try again.',
      'too-many': (limit) => `No more than ${limit}, please.`,
      'newcomer-links': (limit) => `On your first day a post may hold ${limit} links. Please take some out.`,
      'newcomer-images': (limit) => `On your first day a post may hold ${limit} ${limit === 1 ? 'picture' : 'pictures'}. Please take some out.`,
      'newcomer-mentions': (limit) => `On your first day a post may mention ${limit} people (@name). Please take some out.`,
    },
    reasons: {
      'sign-in-needed': () => 'Please sign in first.',
      'verify-address': () => 'Please open the link in the mail we sent you first: it shows that the address is yours.',
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
      'own-role': () => 'Your own role has to be changed by another admin, so that one always remains.',
      'not-on-first-day': () => 'This is not possible on your first day here. Tomorrow it is.',
    },
    conflicts: {
      'other-input-same-id': 'This form (its clientMutationId) was sent before with something else in it. Please load the page again.',
      'already-there': 'This is there already.',
      'drafts-full': 'You have 50 drafts, and no more are kept. Please discard one first.',
    },
  },
  de: {
    invalid: 'Etwas fehlt oder kann so nicht angenommen werden.',
    tooFast: (seconds) => `Das war viel in kurzer Zeit. Bitte versuchen Sie es ${soon('de', seconds)} noch einmal.`,
    fields: {
      required: () => 'Bitte ausfüllen.',
      'too-short': (limit) => `Bitte mindestens ${limit} Zeichen schreiben.`,
      'too-long': (limit) => `Hier passen höchstens ${limit} Zeichen hinein.`,
      malformed: () => 'Das kann so nicht angenommen werden: bitte prüfen.',
      unknown: (_, value) => (value ? `„${value}“ gibt es nicht. Bitte wählen Sie aus dem, was es gibt.` : 'Das gibt es nicht (mehr).'),
      taken: () => 'Das ist schon vergeben.',
      wrong: () => 'Das stimmt nicht. Bitte versuchen Sie es noch einmal.',
      'too-many': (limit) => `Bitte nicht mehr als ${limit}.`,
      'newcomer-links': (limit) => `Am ersten Tag darf ein Beitrag ${limit} Links enthalten. Bitte nehmen Sie einige heraus.`,
      'newcomer-images': (limit) => `Am ersten Tag darf ein Beitrag ${limit} ${limit === 1 ? 'Bild' : 'Bilder'} enthalten. Bitte nehmen Sie einige heraus.`,
      'newcomer-mentions': (limit) => `Am ersten Tag darf ein Beitrag ${limit} Personen nennen (@Name). Bitte nehmen Sie einige heraus.`,
    },
    reasons: {
      'sign-in-needed': () => 'Bitte zuerst anmelden.',
      'verify-address': () => 'Bitte öffnen Sie zuerst den Link in der E-Mail, die wir Ihnen geschickt haben: Er zeigt, dass die Adresse Ihnen gehört.',
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
      'own-role': () => 'Ihre eigene Rolle muss jemand anderes aus der Verwaltung ändern, damit immer jemand übrig bleibt.',
      'not-on-first-day': () => 'Am ersten Tag geht das noch nicht. Ab morgen geht es.',
    },
    conflicts: {
      'other-input-same-id': 'Dieses Formular wurde schon einmal anders abgeschickt. Bitte laden Sie die Seite neu.',
      'already-there': 'Das gibt es schon.',
      'drafts-full': 'Sie haben 50 Entwürfe, mehr werden nicht aufgehoben. Bitte verwerfen Sie zuerst einen.',
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
  return TEXTS[language].fields[fault.code](fault.limit ?? 0, fault.value ?? '');
}

/** The sentence for a refusal, in the language of the one who asked. */
export function problemMessage(language: Language, problem: ProblemData): string {
  const texts = TEXTS[language];
  switch (problem.kind) {
    case 'InvalidInput': return texts.invalid;
    case 'NotAllowed': return texts.reasons[problem.reason](problem.needs ?? 0);
    case 'Conflict': return texts.conflicts[problem.conflict];
    case 'TooFast': return texts.tooFast(Math.max(1, Math.ceil((problem.retryAt.getTime() - Date.now()) / 1000)));
  }
}
