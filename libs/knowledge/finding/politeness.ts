/**
 * What people write around a question: greetings, thanks, "I have the following problem". It names no subject, and a long post is full of it.
 * Whole phrases, because their words alone may well be the subject (a "Problem" with a "Frage").
 */
const PHRASES = [
  // German
  /\b(hallo|hi|hey|moin|servus|liebe[sr]?|guten (tag|morgen|abend)|gr(ü|ue)(ß|ss) gott)( (an )?(alle|zusammen|leute|ihr lieben|forum|community|team|miteinander))*/g,
  /\b(vielen|herzlichen|besten|schonmal|schon mal|tausend|im voraus)?\s*(dank|danke)( (schon ?mal|im voraus|vorab|euch|f(ü|ue)r (eure|jede|die|ihre) (hilfe|antwort(en)?|tipps?|unterst(ü|ue)tzung)))*/g,
  /\b((ich )?(habe?|h(ä|ae)tte) (da )?(mal )?(ein(e|en)?|folgendes?|das folgende|eine kurze|ein kleines|ein gro(ß|ss)es) (problem|frage|anliegen)|folgendes problem|meine frage (ist|w(ä|ae)re|lautet))\b/g,
  /\b(kann|k(ö|oe)nn(te|en|t)) (mir|uns) (da |hier |bitte |vielleicht )*(jemand|einer|ihr|wer)( (da|dabei|bitte|weiter))* ?(helfen|weiterhelfen|sagen)?/g,
  /\b(wei(ß|ss) (jemand|einer)( (rat|weiter|wie|ob))?|bin (ich )?f(ü|ue)r jede hilfe dankbar|hoffe (ihr|jemand) k(ö|oe)nn?t? (mir )?(weiter ?)?helfen)\b/g,
  /\b((viele|liebe|beste|freundliche|mit freundlichen) gr(ü|ue)(ß|ss)en?|mfg|lg|vg)\b/g,
  // English
  /\b(hello|hi|hey|dear|good (morning|afternoon|evening))( (there|all|everyone|everybody|guys|folks|team|community|forum))*/g,
  /\b(many )?(thanks|thank you|thx)( (so much|very much|a lot|in advance|for (your|any|the) (help|support|time|answers?)))*/g,
  /\bi('ve| have)? (got |have )?(a|the following|the same|this) (problem|question|issue)( (with|about|regarding))?\b/g,
  /\b((can|could|would) (any|some)(one|body) (please )?(help( me)?|tell me|explain)|any (help|ideas?|suggestions?|advice) (is |would be |are )?(much |greatly |highly )?(appreciated|welcome)?|does any(one|body) know)\b/g,
  /\b((kind|best|warm)? ?regards|cheers)\b/g,
];

/** The text without its politeness; the text itself where nothing else is in it. */
export function withoutPoliteness(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  const left = PHRASES.reduce((rest, phrase) => rest.replace(phrase, ' '), lower);
  return /[\p{L}\p{N}]{2}/u.test(left) ? left : lower;
}
