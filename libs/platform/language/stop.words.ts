import type { Language } from './language.detect.js';
import { foldFor } from './fold.js';

/** Small words, and what people write out of politeness. Spelled without umlauts, as folding leaves them. */
const STOP_WORDS: Record<Language, Set<string>> = {
  de: setOf(`
    ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bin bis bist da dabei dadurch dafur dagegen
    daher damit danach dann daran darauf daraus darf darin daruber darum das dass davon dazu dein deine deinem deinen deiner dem den denn der deren des
    deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch eben ein eine einem einen einer eines einfach einige einigen einmal er
    es etwa etwas euch euer eure fur gar ganz ganze geben gegen genau gerade gern gerne gewesen gibt hab habe haben habt hat hatte hatten hatt her hier hin
    ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins irgendwie ist ja jede jedem jeden jeder jedes jedoch jemand jene jetzt kann kannst kein
    keine keinem keinen keiner konnen konnt konnte konnten leider mal man manche mehr mein meine meinem meinen meiner meines mich mir mit mochte mochten muss
    mussen musste nach nachdem naturlich nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seines seit selbst sich sie sind so sobald
    sogar solche solchen soll sollte sollten sondern sonst soviel sowie trotz trotzdem uber um und uns unser unsere unserem unseren unter usw viel viele vielen
    vielleicht vom von vor war waren warum was weg weil weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder wieso weshalb will wir wird
    wirklich wo worden wurde wurden wusste ware zu zum zur zwar zwischen bzw ca eigentlich evtl ggf mittlerweile uberhaupt
    bekomme bekommt bekommen geht gehen ging lasst lassen mache machen macht gemacht tun tut
    hallo hi hey moin servus tach gruss grusse grussen mfg lg vg danke dank dankbar bitte vorab voraus zusammen leute jemanden
    http https www`),
  en: setOf(`
    a about above after again against all also am an and any anybody anyone are aren't as at be because been before being below between both but by can can't
    cannot cant could couldn't couldnt did didn't didnt do does doesn't doesnt doing don't dont down during each else ever few for from further get gets getting got had hadn't
    has hasn't have haven't having he her here hers herself him himself his how how's i i'd i'll i'm i've id if im in into is isn't isnt it it's its itself ive just let let's lets
    me more most my myself no nor not now of off on once only or other our ours out over own same shall she should shouldn't so some somebody somehow someone
    something still such than that that's thats the their theirs them then there there's these they they're this those though through to too under until up us use used using very was
    wasn't we we're we've were what what's whats when where which while who whom why will with without won't wont would wouldn't you you're you've your yours yourself
    want wanted wants need needed needs like way ways possible able know does anyway please thank thanks hello hi hey dear greetings regards cheers kind best advance
    appreciated question wondering trying try tried im one ok okay really any http https www`),
};
STOP_WORDS.en.delete('id'); // an ID is a thing people ask about; who writes "id like" has other words to be found by

/** Whether a folded word says nothing in this language. */
export function isStopWord(word: string, language: Language): boolean {
  return STOP_WORDS[language].has(word) || (language === 'de' && STOP_WORDS.de.has(foldFor('de', word)));
}

function setOf(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
