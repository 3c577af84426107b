import { HoldSignal } from '../screening.type.js';

/** What speaks for a look, and how much: together 1 holds. */
export interface Weighed {
  signal: HoldSignal;
  weight: number;
}

const LINK = 0.35; // a newcomer's post has two at most (limits): alone they pass
const CONTACT = 0.5; // "write to me on a messenger" is how members are led away from everybody's eyes
const WORD = 0.5; // one may be chance, two are not
const OTHER_SCRIPT = 0.6;
const SCRIPT_LEAST = 20; // letters, before one can tell

const LINKS = /\bhttps?:\/\/[^\s<>)\]]+|\bwww\.[^\s<>)\]]+/giu;
const CONTACTS = /whats\s?app|\btelegram\b|\bt\.me\/|\bwa\.me\/|\bsignal\s*:\s*\+/iu;

// what nobody asks or answers among customers, in either language; whole phrases, where a word alone is used by honest people
const ADVERTISED = [
  /\bcasinos?\b/iu, /\bviagra\b|\bcialis\b|\bpotenzmittel\b/iu, /\b(crypto|bitcoin|forex)\b.{0,20}\b(invest|signals?|profit|trading|trader|recover)/iu, /\b(recovery|hacking) (expert|agent|specialist|hacker)s?\b|\bhacker for hire\b/iu,
  /\bkredit(e)? ohne schufa\b|\bsofortkredit\b|\bloan offers?\b|\binstant loans?\b/iu, /\b(earn|make) money (fast|online|from home)\b|\bschnell(es)? geld verdienen\b|\bvon zuhause aus verdienen\b/iu,
  /\bseo (services?|agency|agentur|dienste?)\b|\bbacklinks?\b/iu, /\b(buy|kaufe?n?) (followers?|likes|reviews|bewertungen)\b|\b(follower|likes|bewertungen) kaufen\b/iu, /\bescorts?\b|\bcall girls?\b|\bsexkontakte?\b/iu,
  /\b(customer (care|service|support)|toll[- ]free|helpline) (phone )?number\b.{0,40}\+?\d/iu, /\bspell casters?\b|\blove spells?\b|\bliebeszauber\b/iu, /\b(essay|assignment) (writing|help) services?\b|\bghostwriter (agentur|service)\b/iu,
  /\b(guaranteed|garantierte[rn]?) (profits?|returns?|gewinne?|rendite)\b/iu, /\b(führerschein|driving licen[cs]e|passport|reisepass)\b.{0,20}\b(kaufen|for sale|buy)\b/iu, /\b(replica|fake) (watches|bags|uhren)\b/iu,
  /\bclick (here|the link) (now|below) to (win|claim|get)\b|\bjetzt gratis (sichern|gewinnen)\b/iu, /\bdating (site|portal|seite)\b|\bhot singles\b/iu, /\bonline[- ]?(slots?|betting|wetten)\b|\bsportwetten\b/iu,
];

/** How often it leads elsewhere. `own`: hosts of the company, which are not elsewhere. */
export function linksIn(text: string, own: readonly string[] = []): number {
  return (text.match(LINKS) ?? []).filter((link) => !own.some((host) => hostOf(link) === host || hostOf(link).endsWith(`.${host}`))).length;
}

/** What a text says about itself. `own`: hosts of the company. */
export function textSignals(text: string, own: readonly string[] = []): Weighed[] {
  const links = linksIn(text, own);
  const words = ADVERTISED.filter((phrase) => phrase.test(text)).length;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return [
    { signal: HoldSignal.links, weight: LINK * links },
    { signal: HoldSignal.contact, weight: CONTACTS.test(text) ? CONTACT : 0 },
    { signal: HoldSignal.words, weight: WORD * words },
    { signal: HoldSignal.script, weight: letters >= SCRIPT_LEAST && latin < letters / 2 ? OTHER_SCRIPT : 0 },
  ].filter(({ weight }) => weight > 0);
}

function hostOf(link: string): string {
  return link.toLowerCase().replace(/^https?:\/\//, '').replace(/[/:?#].*$/, '');
}
