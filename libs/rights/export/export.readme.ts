import type { Language } from '#platform/access';
import { PARTS } from './export.parts.js';

const TEXTS: Record<Language, { title: (site: string) => string; intro: string; times: string; none: string }> = {
  en: {
    title: (site) => `Your data at ${site}`,
    intro: 'This is everything that is kept of you. Each file is a JSON list (UTF-8), one entry a line; names of columns say what they hold.',
    times: 'Times are in UTC (ISO 8601). Ids: thr_ is a thread, pst_ a post, mem_ a member. Addresses (path) belong behind the address of the site. Other members’ texts and names are not in it.',
    none: 'A file without entries says that nothing of the kind is kept. A file in the folder files that is empty was not to be found any more.',
  },
  de: {
    title: (site) => `Ihre Daten bei ${site}`,
    intro: 'Das ist alles, was über Sie gespeichert ist. Jede Datei ist eine JSON-Liste (UTF-8), ein Eintrag je Zeile; die Namen der Spalten sagen, was darin steht.',
    times: 'Zeiten sind in UTC (ISO 8601). Kennungen: thr_ ist eine Frage oder Diskussion, pst_ ein Beitrag, mem_ ein Mitglied. Adressen (path) gehören hinter die Adresse der Seite. Texte und Namen anderer Mitglieder sind nicht dabei.',
    none: 'Eine Datei ohne Einträge besagt, dass dazu nichts gespeichert ist. Eine leere Datei im Ordner files war nicht mehr zu finden.',
  },
};

/** What stands beside the files: what each holds. */
export function readmeOf(language: Language, site: string): string {
  const t = TEXTS[language];
  return [`# ${t.title(site)}`, t.intro, PARTS.map(({ name, says }) => `- ${name}.json: ${says[language]}`).join('\n'), t.times, t.none, ''].join('\n\n');
}
