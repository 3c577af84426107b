import { renderMarkdown } from '#platform/content';
import { randomFrom } from '../../apps/kundig/demo/random.js';

/** What people of an internet provider's community write, made up: a few words are everywhere, most are seldom. */

const EN = 'the my router restarts light red green after update contract invoice number changed modem line slow evening speed test value password mail inbox spam phone call drops signal roof window box reset factory setting wrong menu option button press wait minute then works fine still nothing happens help please tried already support said technician monday friday firmware version older newer cable fibre wireless channel mesh repeater laptop tablet television remote stream buffer outage street neighbour landlord cellar socket adapter port forward address static dynamic tunnel work office camera printer storage backup guest network name hidden bill charge refund tariff roaming card number keep move cancel notice letter form portal login code text message voicemail ring silent noise echo'.split(' ');
const DE = 'der mein Router startet Licht rot grün nach Update Vertrag Rechnung Nummer geändert Modem Leitung langsam abends Geschwindigkeit Messung Wert Passwort Mail Postfach Telefon Anruf bricht Signal Dach Fenster Kasten zurücksetzen Werk Einstellung falsch Menü Knopf drücken warten Minute dann geht wieder nichts passiert Hilfe bitte versucht schon Hotline sagte Techniker Montag Freitag Firmware Version älter neuer Kabel Glasfaser Funk Kanal Verstärker Fernseher Störung Straße Nachbar Vermieter Keller Dose Netzteil Anschluss Freigabe Adresse fest Büro Kamera Drucker Speicher Gast Netz Name Gebühr Gutschrift Tarif Ausland Karte mitnehmen Umzug kündigen Frist Brief Formular Anmeldung Code Nachricht Mailbox klingelt stumm Rauschen Echo'.split(' ');
const FRONT = 'Glasfaser Router Modem Rechnungs Vertrags Kabel Funk Netz Kunden Anschluss Telefon Sprach Daten Haus Keller Strom Gast Heim Firmen Umzugs Tarif Mobil Fernseh Signal Leitungs Update Werks Portal Kanal Verstärker'.split(' ');
const BACK = 'anschluss störung nummer wechsel dose gerät messung einstellung freigabe kennung adresse prüfung anzeige meldung option karte gebühr frist bestätigung verwaltung ausfall protokoll umstellung aktivierung sperre'.split(' ');

export const LANGUAGES = ['en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];

/** In most threads. */
export const COMMON_WORDS = ['router', 'modem', 'update', 'firmware', 'signal'];
/** Each in a dozen threads. */
export const RARE_WORDS = Array.from({ length: 40 }, (_, at) => `quirl${'bcdfghklmnprstvwz'[at % 17]}o${'bcdfghklmnprst'[at % 14]}i${'klmnprstvw'[at % 10]}`);
/** As people ask. */
export const SENTENCES = [
  'Why does my router restart every night after the firmware update?', 'Wie kann ich meine Rufnummer beim Umzug mitnehmen?', 'The evening speed is slow although the test value is fine',
  'Warum bricht der Anruf nach einer Minute ab?', 'How do I keep my number when I cancel the contract?', 'Router startet nach dem Update nicht mehr, rotes Licht',
  'Can the technician come on a friday to check the socket in the cellar?', 'Wo finde ich die Rechnung im Portal?', 'No signal on the second floor, mesh or repeater?', 'Gutschrift nach einer Störung bekommen',
];

export interface Block {
  source: string;
  html: string;
}

export interface Texts {
  body(): Block;
  title(): string;
  comment(): Block;
}

const BLOCKS = 2_500; // paragraphs, lists and code, each rendered once by the program's own renderer: a body is one to four of them

export function textsOf(language: Language, seed: number): Texts {
  const random = randomFrom(seed);
  const words = language === 'en' ? EN : [...DE, ...FRONT.flatMap((front) => BACK.map((back) => front + back))];
  // Zipf: the word at rank n is said 1/n as often as the first one
  const word = () => words[Math.floor(words.length ** random()) - 1]!;
  const some = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const sentence = (least = 6, most = 16) => capital(Array.from({ length: some(least, most) }, () => (random() < 0.02 ? `NX-${some(100, 9999)}` : word())).join(' '));
  const paragraph = () => Array.from({ length: some(2, 5) }, () => (random() < 0.08 ? `${sentence(3, 6)} **${word()} ${word()}** \`${word()}.${word()}\`.` : `${sentence()}.`)).join(' ');
  const block = () => {
    const kind = random();
    if (kind < 0.12) return Array.from({ length: some(3, 5) }, () => `- ${sentence(4, 9)}`).join('\n');
    if (kind < 0.18) return `\`\`\`\n${Array.from({ length: some(2, 6) }, () => `${some(10, 23)}:${some(10, 59)} ${word()}: ${word()} (${some(1, 99)})`).join('\n')}\n\`\`\``;
    if (kind < 0.22) return `> ${sentence()}.`;
    return paragraph();
  };
  const pool = Array.from({ length: BLOCKS }, () => rendered(block()));
  const remarks = Array.from({ length: 500 }, () => rendered(`${sentence(5, 20)}.`));
  return {
    body: () => {
      const parts = Array.from({ length: some(1, 4) }, () => pool[Math.floor(random() * pool.length)]!);
      return { source: parts.map((part) => part.source).join('\n\n'), html: parts.map((part) => part.html).join('') };
    },
    title: () => `${sentence(4, 9)}?`,
    comment: () => remarks[Math.floor(random() * remarks.length)]!,
  };
}

export function rendered(source: string): Block {
  return { source, html: renderMarkdown(source).html };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
