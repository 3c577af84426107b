import { splitNotes } from '#forum';
import type { PlannedPost, PlannedThread, Stage } from './demo.plan.type.js';
import { begun, post } from './demo.thread.js';

const HOUR = 3_600_000;

/** Threads that became one, and one that became two: in either language, with the signposts that lead from the old address to the new. */
export function addParted(threads: PlannedThread[], stage: Stage): void {
  const { chance, crowd } = stage;
  const at = chance.onDay(9);
  const later = (hours: number) => new Date(at.getTime() + hours * HOUR);
  const [mina, gregor] = crowd.superUsers as [typeof crowd.superUsers[0], typeof crowd.superUsers[0]];

  const stairs = question('wlan', 'de', ['wlan'], 'WLAN-Anrufe brechen im Treppenhaus ab', 'Zu Hause telefoniere ich über WLAN. Sobald ich ins Treppenhaus gehe, ist das Gespräch weg, statt ins Mobilfunknetz zu wechseln. Ist das bei euch auch so?', crowd.named('Mareike'), at);
  const reply = answer(stairs, gregor, 'Der Wechsel klappt nur, wenn **VoLTE** eingeschaltet ist: *Einstellungen → Netz → Anrufe über 4G*. Ohne das muss das Gespräch auf 2G zurück, und das überlebt es nicht.', later(2));
  stairs.accepted = reply;
  stairs.acceptedAt = later(5);
  const again = question('mobilfunk', 'de', ['wlan', 'empfang'], 'Gespräch weg, wenn ich die Wohnung verlasse', 'WLAN-Telefonie läuft, aber an der Haustür ist Schluss. Das Telefon ist ein Fjord 12, gerade aktualisiert.', crowd.named('Torben'), later(20));
  answer(again, crowd.named('LTE-Lars'), 'Beim Fjord muss man nach dem Update auch noch „Anrufe übergeben“ einschalten, das setzt es zurück.', later(23));
  merge(again, stairs, mina, later(26));

  const shed = question('en-home', 'en', ['wifi'], 'Wi-Fi for the garden shed, 40 m from the house', 'I work from the shed two days a week. Cable is possible but a lot of digging. Has anyone done this by radio?', crowd.named('cable_carla'), later(3));
  answer(shed, crowd.named('latency_lou'), 'A pair of outdoor bridges on 5 GHz, pointed at each other. 40 m is nothing for them, mine gives 300 Mbit/s through one hedge.', later(6));
  const meter = answer(shed, crowd.named('ping_pia'), 'While we are at it: my smart meter sits in the cellar and needs Wi-Fi, too. One bar, drops every night. Would a bridge help there?', later(30));
  const hint = post('comment', meter, crowd.named('Old Tom'), 'Cellar ceilings are steel and concrete. I would run a cable there, it is one floor only.', later(33));
  shed.posts.push(hint);
  const cellar = split(shed, meter, 'Smart meter in the cellar loses Wi-Fi every night', mina, later(36));

  threads.push(stairs, again, shed, cellar);
}

function question(place: string, language: 'de' | 'en', tags: string[], title: string, text: string, asker: PlannedPost['author'], at: Date): PlannedThread {
  return { ...begun('question', place, language, title, post('opening', null, asker, text, at)), tags, views: 64 };
}

function answer(thread: PlannedThread, author: PlannedPost['author'], text: string, at: Date): PlannedPost {
  const written = post('answer', null, author, text, at);
  thread.posts.push(written);
  return written;
}

/** Its question becomes a comment under the other's, its answers stand among the other's, and its address leads there. */
function merge(source: PlannedThread, target: PlannedThread, by: PlannedPost['author'], at: Date): void {
  const { opening } = source;
  for (const one of source.posts) if (one.under === opening) one.under = target.opening;
  [opening.kind, opening.under, opening.openedAs] = ['comment', target.opening, source.title];
  target.posts.push(...source.posts);
  target.same.push(opening.author);
  target.tags = [...new Set([...target.tags, ...source.tags])];
  [source.posts, source.tags, source.merged] = [[], [], { into: target, by, at }];
}

/** The answer becomes the opening of its own thread and takes its comments along; a comment under either says so. */
function split(thread: PlannedThread, opening: PlannedPost, title: string, by: PlannedPost['author'], at: Date): PlannedThread {
  const moved = thread.posts.filter((one) => one === opening || one.under === opening);
  thread.posts = thread.posts.filter((one) => !moved.includes(one));
  opening.kind = 'opening';
  const made = { ...begun(thread.kind, thread.place, thread.language, title, opening), posts: moved, views: 31 };
  const notes = splitNotes(thread.language);
  const signpost = (where: PlannedThread, there: PlannedThread, say: (link: string) => string) => {
    where.posts.push({ ...post('comment', where.opening, by, say(`[${there.title}]({{thread}})`), at), leadsTo: there });
  };
  signpost(thread, made, (link) => notes.wentTo(1, link));
  signpost(made, thread, (link) => notes.cameFrom(link));
  thread.split = { into: made, by, at };
  return made;
}
