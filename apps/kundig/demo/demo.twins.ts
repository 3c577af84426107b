import type { PlannedThread, Stage } from './demo.plan.type.js';
import type { Script } from './demo.scripts.js';
import { begun, filled, post } from './demo.thread.js';

const DAY = 86_400_000;

/** The same asked again by somebody who did not search: closed, with the way to where it is answered. */
export function addTwins(original: PlannedThread, { twins, kind, place, language, tags }: Script, { chance, crowd, now }: Stage): PlannedThread[] {
  return twins.map(({ title, opening: text }) => {
    const asker = crowd.helper([original.opening.author]);
    const words = { ...original.words, asker: asker.name };
    const at = new Date(original.opening.at.getTime() + (20 + 60 * chance.next()) * DAY);
    const opening = post('opening', null, asker, filled([text], words), at);
    const twin = { ...begun(kind, place, language, filled([title], words), opening), words, tags, duplicateOf: original, views: 20 + chance.few(90) };
    const by = chance.pick(crowd.superUsers.filter((one) => one !== asker));
    twin.closed = { reason: 'duplicate', by, at: new Date(Math.min(at.getTime() + 3 * 3_600_000, now.getTime() - 60_000)) };
    const note = post('comment', opening, by, chance.pick(NOTES[language]).replace('{link}', `[${original.title}]({{thread}})`), twin.closed.at);
    note.leadsTo = original;
    twin.posts.push(note);
    return twin;
  });
}

const NOTES = {
  de: ['Dieselbe Frage ist schon beantwortet: {link}. Ich schließe hier, damit alles an einem Ort steht.', 'Das hatten wir schon einmal, mit Lösung: {link}', 'Schauen Sie bitte dort, wir sammeln es an einer Stelle: {link}'],
  en: [`The same question has an answer already: {link}. I'm closing this one so that everything is in one place.`, 'Answered over there: {link}'],
} as const;
