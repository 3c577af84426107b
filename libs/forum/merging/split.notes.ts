import type { Language } from '#platform/access';

interface Notes {
  wentTo(count: number, link: string): string;
  cameFrom(link: string): string;
}

// Posts, not words of a page: they are kept in the language of their thread, whoever reads them.
const NOTES: Record<Language, Notes> = {
  en: {
    wentTo: (count, link) => `${count === 1 ? 'One answer is' : `${count} answers are`} now on ${count === 1 ? 'its' : 'their'} own page: ${link}`,
    cameFrom: (link) => `This was written as an answer to: ${link}`,
  },
  de: {
    wentTo: (count, link) => `${count === 1 ? 'Eine Antwort hat' : `${count} Antworten haben`} jetzt eine eigene Seite: ${link}`,
    cameFrom: (link) => `Das wurde als Antwort geschrieben auf: ${link}`,
  },
};

/** What stands in either thread after one was split off the other. */
export function splitNotes(language: Language): Notes {
  return NOTES[language];
}
