import { readAs } from './skeleton.js';

// Refused wherever they stand as a word: they say that somebody speaks for the company
const OFFICES = [
  'admin', 'admins', 'administrator', 'administration', 'moderator', 'moderatorin', 'moderation', 'mod', 'staff', 'support', 'helpdesk', 'official', 'team',
  'offiziell', 'offizieller', 'offizielle', 'kundenservice', 'kundendienst', 'kundenbetreuung', 'kundensupport', 'mitarbeiter', 'mitarbeiterin', 'verwaltung', 'community manager',
];
// Refused alone: as a part of a name they are harmless
const WHOLE = ['system', 'root', 'service', 'info', 'hilfe', 'help', 'security', 'sicherheit', 'datenschutz', 'guest', 'gast', 'anonymous', 'anonym', 'former member', 'ehemaliges mitglied', 'everyone', 'alle', 'here', 'webmaster', 'postmaster', 'noreply'];

const read = (names: readonly string[]) => names.map((name) => readAs(name));
const OFFICE_WORDS = read(OFFICES);
const WHOLE_NAMES = new Set(read(WHOLE).map((words) => words.join('')));

const LEAST_INSIDE = 8; // letters: a longer name is also found where it is written in one with other words

/** Whether the name speaks for the company: an office, the brand, or somebody of the team, however it is spelt. */
export function isReserved(name: string, brand: string, staffNames: readonly string[]): boolean {
  const words = readAs(name);
  const whole = words.join('');
  if (WHOLE_NAMES.has(whole) || OFFICE_WORDS.some((office) => holds(words, office) || whole === office.join(''))) return true;
  const brandWords = readAs(brand);
  if (brandWords.length > 0 && (holds(words, brandWords) || imitates(words, brandWords))) return true;
  return staffNames.some((staff) => imitates(words, readAs(staff)));
}

/** Whether a name of several words, or a long one, is contained; a short one ("Ada") only where it is all there is. */
export function imitates(words: readonly string[], model: readonly string[]): boolean {
  const [whole, sought] = [words.join(''), model.join('')];
  if (sought === '') return false;
  if (whole === sought) return true;
  if (model.length > 1 && holds(words, model)) return true;
  return sought.length >= LEAST_INSIDE && whole.includes(sought);
}

function holds(words: readonly string[], sought: readonly string[]): boolean {
  return words.some((_, at) => sought.every((word, i) => words[at + i] === word));
}
