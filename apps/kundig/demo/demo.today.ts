import type { PlannedMember, PlannedPost, PlannedThread, Stage } from './demo.plan.type.js';
import { begun, post } from './demo.thread.js';

/** The last hours of those whom a visitor can be: each of them comes back to something that waits for them. */
export function addToday(threads: PlannedThread[], { crowd, now }: Stage): void {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const [petra, mina, jonas, ida] = ['Petra', 'Mina K.', 'Jonas Feld', 'Ida Brandt'].map((name) => crowd.named(name)) as [PlannedMember, PlannedMember, PlannedMember, PlannedMember];
  const open = (kind: PlannedThread['kind'], place: string, language: 'de' | 'en', tags: string[], author: PlannedMember, hours: number, title: string, text: string) => {
    const thread: PlannedThread = { ...begun(kind, place, language, title, post('opening', null, author, text, ago(hours))), tags, views: 18 + Math.floor(hours * 3) };
    const say = (kind: 'answer' | 'comment', under: PlannedPost) => (who: PlannedMember | string, hoursAgo: number, words: string): PlannedPost => {
      const written = post(kind, under, typeof who === 'string' ? crowd.named(who) : who, words, ago(hoursAgo));
      thread.posts.push(written);
      return written;
    };
    threads.push(thread);
    return { thread, answer: say('answer', thread.opening), comment: (under: PlannedPost) => say('comment', under), accept: (answer: PlannedPost, hoursAgo: number) => void ([thread.accepted, thread.acceptedAt] = [answer, ago(hoursAgo)]) };
  };

  const lights = open('question', 'glasfaser', 'de', ['glasfaser', 'router'], petra, 6, 'Nordbox 5: dritte Leuchte blinkt rot, kein Internet',
    'Seit heute Vormittag blinkt an der Nordbox 5 die dritte Leuchte von links rot, die vierte ist ganz aus. Das WLAN ist da, aber ohne Internet. So sieht es aus:\n\n{{picture}}\n\nStrom habe ich schon gezogen. Wir wohnen in Oldenburg, die Störung in Kiel kann es also nicht sein.');
  lights.thread.opening.picture = { name: 'Leuchten an der Nordbox.png', lights: ['green', 'green', 'red', 'off', 'green'] };
  lights.thread.same = [crowd.named('Fiete'), crowd.named('Ute W.')];
  const first = lights.answer(mina, 2.2, 'Danke für das Bild, damit ist es leicht: Die dritte Leuchte ist **Anmeldung**. Rot blinkend heißt, dass Licht ankommt, die Box aber nicht angenommen wird.\n\n1. *System → Anschluss → Neu anmelden*\n2. Fünf Minuten warten, nicht den Stecker ziehen\n3. Wenn sie dann noch rot blinkt: Gerätenummer mit dem Aufkleber vergleichen. Nach einem Tausch ist manchmal noch die alte hinterlegt.');
  lights.comment(first)('Fiete', 1.9, 'Nummer 3 war es bei mir. An der Hotline in zwei Minuten geändert.');
  lights.answer('glasfaser_gregor', 0.8, 'Und falls die Box erst seit Kurzem da ist: Liegt das Begleitblatt mit dem Anmeldecode noch in der Schachtel? Ohne den bleibt die dritte Leuchte rot.');

  const lamp = open('question', 'en-home', 'en', ['router'], crowd.named('tinyorange'), 31, 'Second light on the Nordbox Mini turned orange. Bad?',
    'Everything works, but the second light has been orange since the weekend. The manual only knows green and red.\n\n{{picture}}');
  lamp.thread.opening.picture = { name: 'Nordbox Mini lights.png', lights: ['green', 'orange', 'green', 'green', 'off'] };
  const orange = lamp.answer(jonas, 27, 'Hello tinyorange,\n\norange means the line came back at a lower speed than the last time. It measures again at night and turns green by itself. If it is still orange after three nights, please report it and we will look at the line.\n\nKind regards,\nJonas, Nordnetz');
  orange.official = { by: jonas, at: ago(27) };
  lamp.accept(orange, 1.4);
  lamp.comment(orange)('tinyorange', 1.3, 'Green again this morning. Thanks, @Jonas Feld!');

  const watch = open('question', 'esim', 'de', ['esim'], crowd.named('Sabine'), 26, 'eSIM in der Uhr: neues Telefon, muss ich alles neu machen?',
    'Ich bekomme am Freitag ein neues Telefon, die Uhr bleibt. Muss ich die eSIM der Uhr auch neu bestellen, oder zieht die mit um?');
  const stays = watch.answer(mina, 24, 'Die eSIM der Uhr bleibt auf der Uhr, sie hängt am Vertrag und nicht am Telefon. Du musst nur die Uhr mit dem neuen Telefon **koppeln, ohne sie zurückzusetzen**. Sobald die App fragt „Mobilfunk neu einrichten?“: *Überspringen*.');
  watch.accept(stays, 3.1);
  watch.comment(stays)('Sabine', 3, 'Gerade gemacht, mit „Überspringen“. Die Uhr klingelt. Danke, @Mina K.!');
  stays.official = { by: jonas, at: ago(2.6) };

  const credit = open('question', 'rechnung', 'de', ['rechnung'], crowd.named('Jörg M.'), 9, 'Gutschrift für die Störung letzte Woche: kommt die von allein?',
    'Unser Anschluss war von Dienstag bis Freitag tot. Steht mir dafür etwas zu, und muss ich das beantragen?');
  const byItself = credit.answer(jonas, 7, 'Guten Tag Jörg M.,\n\nab dem dritten Kalendertag gibt es eine Entschädigung, und die buchen wir ohne Antrag auf der nächsten Rechnung gut. Voraussetzung ist nur, dass die Störung gemeldet war; Ihre ist es.\n\nViele Grüße\nJonas vom Nordnetz-Team');
  byItself.official = { by: jonas, at: ago(7) };
  credit.accept(byItself, 4.2);
  credit.comment(byItself)('Annegret', 2.9, '@Jonas Feld, gilt das auch, wenn nur das Telefon ausgefallen war und das Internet ging?');

  const bed = open('question', 'wlan', 'de', ['wlan'], crowd.named('Hasan'), 50, 'WLAN nachts ausschalten, aber der Rauchmelder braucht es',
    'Ich würde das WLAN gern von 23 bis 6 Uhr ausschalten. Die Rauchmelder hängen aber an derselben Box. Geht beides?');
  const zigbee = bed.answer(petra, 47, 'Ja, bei uns läuft es so: Die Rauchmelder R1 funken gar nicht über WLAN, sondern über Zigbee, das bleibt an. *WLAN → Zeitschaltung* betrifft nur das WLAN. Einen Probealarm würde ich trotzdem einmal nachts machen 😉');
  bed.accept(zigbee, 2);

  const merle = threads.find(({ opening }) => opening.author.name === 'Merle neu hier');
  if (merle) merle.posts.push(post('comment', merle.opening, mina, '@Petra hat das neulich mit den Zeitschaltungen so schön erklärt, vielleicht mag sie hier auch?', ago(1.6)));

  const places = open('discussion', 'plausch', 'de', [], ida, 46, 'Welche Bereiche fehlen Ihnen hier?',
    'Wir räumen im Dezember die Bereiche auf. Welche werden gebraucht, welche kann man zusammenlegen? Ich lese alles mit.');
  places.answer('Mareike', 28, 'Smart Home bitte als eigenen Bereich. Unter „Geräte“ findet man zwischen den Druckern nichts.');
  places.answer('Opa Heinz', 21, 'Lassen Sie es, wie es ist. Ich habe mich gerade daran gewöhnt.');
  places.answer('kabelsalat77', 1.7, 'DSL und Kabel trennen! Und ein Bereich für Firmenanschlüsse, @Ida Brandt, die Fragen landen sonst alle bei „Rechnung“.');
}
