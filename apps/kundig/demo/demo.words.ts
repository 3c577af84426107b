/** What the texts in threads/ leave open, `{router}` for instance: filled in by chance, the same within one thread. The company and its things are invented. */
export const WORDS: Record<string, readonly string[]> = {
  router: ['Nordbox 3', 'Nordbox 5', 'Nordbox 5 Pro', 'Nordbox 7', 'Nordbox 7 Pro', 'Nordbox Mini'],
  phone: ['Fjord 12', 'Fjord 12 Pro', 'Fjord SE', 'Lumo X2', 'Lumo X2 Plus', 'Kestrel 9', 'Kestrel 9a'],
  tvbox: ['Nordbox TV', 'Nordbox TV 4K'],
  sensor: ['Türsensor', 'Thermostat T2', 'Rauchmelder R1', 'Bewegungsmelder'],
  printer: ['Tinto 400', 'Laserjoy 20', 'Prento 3100'],
  tariff: ['Zuhause 50', 'Zuhause 100', 'Zuhause 250', 'Glas 500', 'Glas 1000'],
  mobile: ['Mobil S', 'Mobil M', 'Mobil L', 'Mobil Flex'],
  city: ['Flensburg', 'Kiel', 'Lübeck', 'Bremerhaven', 'Oldenburg', 'Osnabrück', 'Göttingen', 'Münster', 'Celle', 'Rostock', 'Schwerin', 'Hildesheim', 'Wolfenbüttel', 'Husum', 'Emden', 'Lüneburg'],
  city2: ['Rendsburg', 'Cuxhaven', 'Delmenhorst', 'Wismar', 'Stade', 'Uelzen', 'Nordhorn', 'Güstrow', 'Eutin'],
  speed: ['100', '175', '250', '500', '1000'],
  slow: ['6', '9', '12', '16', '23', '31', '44'],
  amount: ['9,95', '14,99', '24,90', '39,95', '49,99', '69,95', '118,40'],
  days: ['3', '4', '5', '6', '8', '9', '11', '12', '14'],
  count: ['4', '5', '7', '9', '11', '13', '16'],
  floor: ['2', '3', '4', '5'],
  hour: ['1', '2', '3', '4'],
  channel: ['36', '40', '44', '48'],
  code: ['E-1042', 'F004', 'N2203', 'E-77', 'F-118', 'E-2310'],
  fw: ['7.51', '7.53', '7.56', '7.58', '8.00', '8.01'],
};

const MONTHS = { de: ['Januar', 'März', 'April', 'Mai', 'Juni', 'August', 'Oktober', 'November'], en: ['January', 'March', 'April', 'May', 'June', 'August', 'October', 'November'] };
const SENSORS_EN = ['door sensor', 'thermostat T2', 'smoke alarm R1', 'motion sensor'];

export type Language = 'de' | 'en';

/** One choice for each word. */
export function chosen(language: Language, pick: <T>(from: readonly T[]) => T): Record<string, string> {
  const words = Object.fromEntries(Object.entries(WORDS).map(([name, values]) => [name, pick(values)]));
  const [major, minor] = words['fw']!.split('.');
  words['fwnew'] = `${major}.${String(Number(minor) + 1).padStart(2, '0')}`;
  words['month'] = pick(MONTHS[language]);
  if (language === 'en') {
    words['sensor'] = pick(SENSORS_EN);
    words['amount'] = words['amount']!.replace(',', '.');
  }
  return words;
}

/** How people begin and end. Much of it is nothing. */
export const MANNERS: Record<Language, Record<'hello' | 'bye' | 'reply' | 'hope' | 'agree', readonly string[]>> = {
  de: {
    hello: ['', '', '', '', 'Moin!', 'Hallo zusammen!', 'Hallo in die Runde!', 'Servus miteinander!'],
    bye: ['', '', '', 'Danke schon mal!', 'Viele Grüße aus {city}', '', 'Freue mich über jeden Hinweis.', 'Danke und Gruß', 'Bin für jeden Tipp dankbar 🙂'],
    reply: ['', '', '', '', '', '', 'Hallo {asker}!', 'Moin {asker}!', 'Hallo @{asker}!'],
    hope: ['', '', '', '', '', 'Viel Erfolg!', 'Sag gern Bescheid, ob es geholfen hat.', 'Hoffe, das hilft.', 'Gruß aus {city2}', 'Bei Fragen einfach melden.'],
    agree: ['Danke, das hat mir auch weitergeholfen.', 'Stand ich letzte Woche auch davor. Hätte ich mal hier gelesen.', 'Gut erklärt! 👍', 'Lesezeichen gesetzt, das brauche ich bestimmt noch.', 'Funktioniert in {city2} ebenfalls.', 'Gehört eigentlich in die Anleitung.', 'Kann ich so bestätigen.', 'Wieder etwas gelernt.', 'Und ich suche seit Wochen danach …', 'So hat es mir der Techniker auch erklärt, nur umständlicher.', 'Endlich mal eine Antwort ohne „starten Sie das Gerät neu“.', 'Ausgedruckt und an die Wand gehängt.', 'Kleine Ergänzung: Bei mir hat es erst beim zweiten Versuch geklappt.', 'Merke ich mir, danke fürs Aufschreiben.', 'Das habe ich meinem Vater gleich weitergeschickt.', 'Ging mir im Frühjahr ganz genauso.'],
  },
  en: {
    hello: ['', '', '', '', 'Hi all,', 'Hello,', 'Hi there,', 'Hey everyone,'],
    bye: ['', '', '', '', 'Thanks in advance!', 'Any hint is welcome.', 'Cheers from {city}', 'Thank you 🙂'],
    reply: ['', '', '', '', '', 'Hi {asker},', 'Hello @{asker},'],
    hope: ['', '', '', '', '', 'Good luck!', 'Let us know how it went.', 'Hope that helps.', 'Shout if you get stuck.'],
    agree: ['Helped me as well, thank you.', 'Wish I had found this a week ago.', 'Well explained! 👍', 'Works in {city2}, too.', 'This belongs in the manual.', 'Can confirm.', 'And I have been looking for this for weeks …', 'Bookmarked.', 'The technician told me the same, in more words.', 'Took two attempts here, but it works.', 'Thanks for writing it down in plain words.', 'Sent this to my dad straight away.', 'Same story here last spring.'],
  },
};
