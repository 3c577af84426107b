import type { PlannedMember, PlannedThread, Stage } from './demo.plan.type.js';
import { begun, post } from './demo.thread.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What happens to threads beside being answered: each state that the forum knows occurs. */
export function addStates(threads: PlannedThread[], stage: Stage): void {
  const originals = new Set(threads.map(({ duplicateOf }) => duplicateOf));
  const free = threads.filter((thread) => thread.kind === 'question' && !thread.closed && !originals.has(thread));
  const take = (count: number, fits: (thread: PlannedThread) => boolean): PlannedThread[] => {
    const found = free.filter(fits).slice(0, count);
    for (const thread of found) free.splice(free.indexOf(thread), 1);
    return found;
  };
  const ageOf = ({ opening }: PlannedThread) => stage.now.getTime() - opening.at.getTime();
  for (const thread of take(7, (one) => ageOf(one) > 330 * DAY)) fromBefore(thread, stage);
  for (const thread of take(6, (one) => one.accepted !== null && ageOf(one) > 30 * DAY)) close(thread, 'settled', stage.chance.happens(0.5) ? thread.opening.author : stage.chance.pick(stage.crowd.superUsers), stage);
  for (const thread of take(14, (one) => one.posts.length > 2 && ageOf(one) > DAY)) edited(thread, stage);
  for (const [nth, thread] of take(4, (one) => one.posts.some(({ kind }) => kind === 'answer')).entries()) spammed(thread, nth % 2 === 0 ? 'hidden' : 'held', stage);
  for (const thread of take(4, (one) => one.posts.some((line) => line.kind === 'comment' && line.author !== one.opening.author))) removedComment(thread, stage);
  for (const thread of take(4, (one) => one.posts.filter((line) => line.kind === 'answer' && line !== one.accepted && !line.official).length > 1)) takenBack(thread);
  threads.push(...strangers(stage));
}

/** The oldest came along from a forum that there was before. */
function fromBefore(thread: PlannedThread, stage: Stage): void {
  thread.imported = true;
  if (stage.chance.happens(0.5)) close(thread, 'imported', null, stage);
}

function close(thread: PlannedThread, reason: 'duplicate' | 'off_topic' | 'settled' | 'imported', by: PlannedMember | null, { now }: Stage): void {
  const latest = Math.max(...thread.posts.map(({ at }) => at.getTime()), thread.acceptedAt?.getTime() ?? 0);
  thread.closed = { reason, by, at: new Date(Math.min(latest + 5 * HOUR, now.getTime() - 60_000)) };
}

function edited(thread: PlannedThread, { chance, crowd }: Stage): void {
  const one = chance.happens(0.5) ? thread.opening : thread.posts.find(({ kind }) => kind === 'answer') ?? thread.opening;
  const at = new Date(one.at.getTime() + (1 + chance.next()) * HOUR);
  const isDe = thread.language === 'de';
  if (one === thread.opening && chance.happens(0.4)) { // a super user puts the text in order
    one.before = { text: one.text.replaceAll('**', '').replaceAll('`', '').toLowerCase(), by: crowd.superUsers[0]!, at, reason: isDe ? 'Lesbarer gemacht' : 'Made it easier to read' };
    return;
  }
  const more = chance.pick((one === thread.opening ? MORE : LATER)[thread.language]);
  one.before = { text: one.text, by: one.author, at, reason: null };
  one.text += `\n\n${more}`;
}

const MORE = {
  de: ['**Nachtrag:** Danke für die schnellen Antworten! Ich probiere es am Wochenende aus und melde mich.', '**Nachtrag:** Die Kundennummer habe ich wieder herausgenommen, danke für den Hinweis.', '**Nachtrag:** Am Telefon konnte man mir dazu nichts sagen, deshalb frage ich hier.', '**Nachtrag:** Überschrift geändert, damit man es besser findet.'],
  en: ['**Edit:** thanks for the quick replies! I will try it at the weekend and report back.', '**Edit:** removed my customer number, thanks for the hint.', '**Edit:** the hotline could not tell, hence the question here.'],
};
const LATER = {
  de: ['**Nachtrag:** Schreibfehler berichtigt, inhaltlich bleibt es dabei.', '**Nachtrag:** Gerade noch einmal nachgesehen, stimmt weiterhin.', '**Nachtrag:** Reihenfolge umgestellt, so ist es verständlicher.'],
  en: ['**Edit:** fixed two typos, nothing else.', '**Edit:** checked again today, still true.'],
};

function spammed(thread: PlannedThread, state: 'hidden' | 'held', { chance, crowd }: Stage): void {
  const answers = thread.posts.filter(({ kind }) => kind === 'answer');
  const spam = post('answer', thread.opening, chance.pick(crowd.askers.slice(150)), thread.language === 'de' ? 'Top SIM-Karten ohne Vertrag, heute −70 %!!! https://sim-deals.example/aktion' : 'Best SIM deals, today −70 %!!! https://sim-deals.example/offer', new Date(answers.at(-1)!.at.getTime() + 90_000));
  spam.state = state;
  thread.posts.push(spam);
}

function removedComment(thread: PlannedThread, { chance, crowd }: Stage): void {
  const comment = thread.posts.find(({ kind, author }) => kind === 'comment' && author !== thread.opening.author)!;
  comment.text = chance.pick(thread.language === 'de' ? ['Wer lesen kann, ist klar im Vorteil. Typisch.', 'Solche Fragen stellt man doch nicht ernsthaft.', 'Kauf dir einfach etwas Anständiges, dann hast du das Problem nicht.'] : ['Reading helps. Typical.', 'What did you expect from that thing?']);
  comment.state = 'deleted';
  comment.removal = { by: chance.pick(crowd.superUsers.filter((one) => one !== comment.author)), reason: thread.language === 'de' ? 'Bitte freundlich bleiben' : 'Please stay friendly' };
}

function takenBack(thread: PlannedThread): void {
  const answer = thread.posts.filter((one) => one.kind === 'answer' && one !== thread.accepted && !one.official && !thread.posts.some(({ under }) => under === one)).at(-1);
  if (!answer) return;
  answer.state = 'deleted';
  answer.removal = { by: answer.author, reason: null };
}

/** Threads that only those who keep order see, one that is out of place, and the first ones of two who are new here. */
function strangers({ chance, crowd, now }: Stage): PlannedThread[] {
  const [merle, ingo] = crowd.newcomers as [PlannedMember, PlannedMember];
  const thread = (author: PlannedMember, place: string, language: 'de' | 'en', title: string, text: string, at: Date): PlannedThread => {
    return begun('question', place, language, title, post('opening', null, author, text, at));
  };
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);
  const last = crowd.askers.slice(-40);

  const first = thread(merle, 'wlan', 'de', 'Erster Router, erste Frage: Was ist der Unterschied zwischen 2,4 und 5 GHz?', 'Hallo, ich bin neu hier und gerade in meine erste eigene Wohnung gezogen 🏠\n\nAn der Nordbox 5 stehen zwei Netze zur Auswahl. Welches nehme ich für was?', ago(3));
  const welcome = post('comment', first.opening, crowd.superUsers[3]!, 'Willkommen, @Merle neu hier! Gute erste Frage, gleich kommt bestimmt jemand.', ago(2.6));
  first.posts.push(welcome);

  const held = thread(ingo, 'mobilfunk', 'de', 'Günstig telefonieren, schaut mal', 'Ich habe da etwas gefunden: https://billig-tarife.example/?ref=ingo und https://billig-tarife.example/freunde', ago(1.5));
  held.opening.state = 'held';

  const hidden = thread(chance.pick(last), 'plausch', 'en', 'Earn money from home with your router', 'Ask me how. Only today: https://router-money.example', ago(70));
  hidden.opening.state = 'hidden';

  const gone = thread(chance.pick(last), 'rechnung', 'de', 'Hat sich erledigt', 'Frage war doppelt, bitte ignorieren. Der Betrag stand schon auf Seite 2.', ago(400));
  gone.opening.state = 'deleted';
  gone.opening.removal = { by: gone.opening.author, reason: null };

  const outOfPlace = ([['plausch', 'de', 'Verkaufe Winterreifen 205/55 R16', 'Vier Stück, 6 mm Profil, Abholung in Celle. Fotos auf Wunsch.'], ['english', 'en', 'Who wins the league this year?', 'Just curious what people here think.']] as const).map(([place, language, title, text], at) => {
    const one = thread(chance.pick(last), place, language, title, text, chance.onDay(20 + 30 * at));
    one.closed = { reason: 'off_topic', at: new Date(one.opening.at.getTime() + 2 * HOUR), by: crowd.superUsers[at]! };
    one.posts.push(post('comment', one.opening, crowd.superUsers[at]!, language === 'de' ? 'Schöne Reifen, aber hier geht es um Telefon und Internet. Ich schließe das.' : 'Fun, but not what this place is for. Closing.', one.closed.at));
    return one;
  });

  const long = thread(crowd.named('Petra'), 'internet', 'de', 'Nach dem Umzug: was alles schiefging, was half und was noch offen ist (lang)', LONG, ago(52));
  long.same = chance.some(crowd.askers, 4, [long.opening.author]);
  long.views = 212;
  const advice = post('answer', long.opening, crowd.superUsers[0]!, 'Respekt für die Mühe, das hilft sicher vielen.\n\n> Der Sprachassistent versteht „Rechnung“ als „Rettung“.\n\n😂 Zum offenen Punkt: Die alte Dose wird **nicht** abgebaut, sie bleibt Eigentum des Hauses. Du brauchst nichts zu tun. Die Gutschrift steht immer erst auf der *übernächsten* Rechnung.', ago(44));
  const kind = post('answer', long.opening, crowd.helpers[7]!, 'Punkt 3 hatte ich genauso. Bei mir half, im Laden statt am Telefon zu fragen.', ago(40));
  for (const voter of crowd.askers.slice(3, 12)) advice.votes.set(voter, 1);
  long.posts.push(advice, kind);

  const short = thread(crowd.named('Petra'), 'esim', 'de', 'PUK?', 'Wo steht die?', chance.onDay(48));
  return [first, held, hidden, gone, ...outOfPlace, long, short];
}

const LONG = `Ich schreibe das einmal ganz auf, weil ich vorher so viel gesucht und wenig gefunden habe. Vielleicht spart es jemandem Zeit.

## Vorher

Angemeldet habe ich den Umzug **sechs Wochen** vor dem Termin, in der App. Die Bestätigung kam sofort, allerdings mit dem falschen Stockwerk. Das fiel mir erst auf, als der Techniker im dritten Stock bei einer sehr netten Dame klingelte, die seit 1981 keinen Anschluss mehr hat und auch keinen möchte.

## Am Tag selbst

1. Der Techniker kam pünktlich, durfte aber „aus Versicherungsgründen“ nicht in den Keller, weil die Hausverwaltung den Schlüssel nicht hinterlegt hatte.
2. Zweiter Termin, vier Tage später. Schlüssel da, Techniker da, aber die Dose war vom Vormieter *überstrichen*.
3. An der Hotline wollte man mir eine neue Dose verkaufen. Nach dem dritten Gespräch hieß es, die sei kostenlos.

| was | versprochen | wirklich |
| --- | --- | --- |
| Termin | 4. | 13. |
| Geschwindigkeit | 250 | 238, per Kabel gemessen |
| Gespräche mit der Hotline | – | 7 |

## Was geholfen hat

- Alles schriftlich, mit Datum. Danach ging es plötzlich schnell.
- Das Hotspot-Paket für die Zwischenzeit. Fragt danach, von allein bekommt man es nicht!
- Ein Foto vom Klingelschild. Klingt albern, war aber der Durchbruch.

Kurios am Rande: Der Sprachassistent versteht „Rechnung“ als „Rettung“.

## Noch offen

Die Grundgebühr der alten Wohnung ist noch nicht gutgeschrieben, und die alte Dose ist noch auf meinen Namen eingetragen. Muss ich da etwas tun, oder regelt sich das von selbst?

Danke fürs Durchhalten beim Lesen. ☕`;
