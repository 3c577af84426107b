// A letter to one person has a beginning and an end that answer nothing. Whole lines only: what stands in a sentence is part of it.
const GREETING = /^(?:hallo|hi|hey|moin|servus|liebe[rs]?|guten (?:tag|morgen|abend)|gr(?:ü|ue)(?:ß|ss) gott|hello|dear|good (?:morning|afternoon|evening))(?!\p{L})[^.:;?!\n]{0,60}[,!]?$/iu;
/** The same before the first sentence, or with an initial in the name: a greeting, a name, and a sign behind it. */
const GREETED = /^(?:[Hh]allo|[Hh]i|[Hh]ey|[Mm]oin|[Ss]ervus|[Hh]ello|[Dd]ear|[Gg]uten (?:Tag|Morgen|Abend)|[Gg]ood (?:morning|afternoon|evening)),?(?: @?\p{Lu}[\p{L}\p{N}_'-]{0,30}(?: \p{Lu}[\p{L}'-]{0,30}\.?){0,2})? ?[!,](?: +(?=\S)|$)/u;
const PARTING = [
  /^(?:(?:viele|liebe|beste|sch(?:ö|oe)ne|herzliche|freundliche|mit freundlichen|mit besten) gr(?:ü|ue)(?:ß|ss)en?|gru(?:ß|ss)|mfg|lg|vg|bg|tsch(?:ü|ue)ss|bis (?:dann|bald))(?!\p{L})[^.;?\n]{0,60}[.!]?$/iu,
  /^(?:(?:kind|best|warm|many)? ?regards|best wishes|best|cheers|yours sincerely|sincerely|bye)\b[^.;?\n]{0,60}[.!]?$/i,
  /^(?:sag(?:t|en sie)?|gib|gebt|geben sie|melde dich|melden sie sich)(?!\p{L})[^.;?\n]{0,80}(?:bescheid|rückmeldung|geholfen|geklappt|klappt|hilft)(?!\p{L})[^.;?\n]{0,40}[.!]?$/iu,
  /^bei (?:weiteren |noch )?(?:fragen|rückfragen|problemen|unklarheiten)(?!\p{L})[^.;?\n]{0,50}(?:meld|schreib|frag)\p{L}*[^.;?\n]{0,20}[.!]?$/iu,
  /^(?:if you have (?:any )?(?:more |further |other )?questions,? )?(?:just ask|feel free to (?:ask|contact|reach)|please (?:ask|contact us|get back))\b[^.;?\n]{0,40}[.!]?$/i,
  /^(?:please )?let (?:me|us) know (?:if|whether|how)\b[^.;?\n]{0,60}[.!]?$/i,
  /^(?:(?:ich )?hoffe?,? (?:das|es|ich)\b.{0,40}(?:hilft|geholfen|helfen)\b.{0,20}|hope (?:that|this|it) helps?\b.{0,20}|i hope (?:that|this|it) helps?\b.{0,20})$/i,
];
/** The same behind the last sentence. */
const PARTED = / (?:(?:Viele|Liebe|Beste|Sch(?:ö|oe)ne) )?(?:Gr(?:ü|ue)(?:ß|ss)e|Gru(?:ß|ss)) aus \p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30})?[.!]?$/u;
/** A word on the question, before the answer to it. */
const PRAISE = /^(?:(?:(?:that(?:'|’)?s |what )?an? )?(?:great|good|nice|interesting|excellent) (?:idea|question|point)|(?:das ist )?(?:eine )?(?:sehr )?(?:gute|tolle|interessante) (?:idee|frage))[!.]\s+(?=\S)/i;
const NAME = /^[\p{L}][\p{L}.'-]*(?:[ ,]+[\p{L}][\p{L}.'-]*){0,3}$/u; // below the parting: who wrote it

/** What of an answer answers: without the greeting at its head, and the parting and the name at its end. The answer itself where nothing else is in it. */
export function answerCore(markdown: string): string {
  const lines = markdown.trim().split('\n').map((line) => line.trimEnd());
  let from = 0;
  while (from < lines.length && (lines[from] === '' || GREETING.test(lines[from]!) || lines[from]!.replace(GREETED, '') === '')) from += 1;
  const to = endOf(lines, from);
  const core = lines.slice(from, to).join('\n').trim().replace(GREETED, '').replace(PRAISE, '').replace(PARTED, '');
  if (core === '') return markdown.trim();
  return markdown.trimStart().startsWith(core) ? core : core.replace(BEGINS_SMALL, (letter) => letter.toUpperCase());
}

/** After a greeting the first word is often written small; `eSIM` is called so. */
const BEGINS_SMALL = /^\p{Ll}(?=\p{Ll}*(?:[\s,.;:!?'’]|$))/u;

const PARTING_LINES = 6; // more than a parting has

/** The line at which the parting begins; where there is none, the end. */
function endOf(lines: readonly string[], from: number): number {
  let end = lines.length;
  for (let at = lines.length - 1; at >= Math.max(from, lines.length - PARTING_LINES); at -= 1) {
    const line = lines[at]!.trim();
    if (PARTING.some((parting) => parting.test(line))) end = at;
    else if (line !== '' && !NAME.test(line)) break;
  }
  return end;
}
