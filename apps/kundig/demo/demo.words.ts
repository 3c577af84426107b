/** What the texts in threads/ leave open, `{router}` for instance: filled in by chance, the same within one thread. The company and its things are invented. */
export const WORDS: Record<string, readonly string[]> = {
  router: ['Nordbox 3', 'Nordbox 5', 'Nordbox 5 Pro', 'Nordbox 7', 'Nordbox 7 Pro', 'Nordbox Mini'],
  phone: ['Fjord 12', 'Fjord 12 Pro', 'Fjord SE', 'Lumo X2', 'Lumo X2 Plus', 'Kestrel 9', 'Kestrel 9a'],
  tvbox: ['Nordbox TV', 'Nordbox TV 4K', 'TV-Stick 2'],
  sensor: ['Türsensor', 'Thermostat T2', 'Rauchmelder R1', 'Bewegungsmelder'],
  printer: ['Tinto 400', 'Laserjoy 20', 'Prento 3100'],
  tariff: ['Zuhause 50', 'Zuhause 100', 'Zuhause 250', 'Glas 500', 'Glas 1000'],
  mobile: ['Mobil S', 'Mobil M', 'Mobil L', 'Mobil Flex'],
  city: ['Flensburg', 'Kiel', 'Lübeck', 'Bremerhaven', 'Oldenburg', 'Osnabrück', 'Göttingen', 'Münster', 'Celle', 'Rostock', 'Schwerin', 'Hildesheim', 'Wolfenbüttel', 'Husum', 'Emden', 'Lüneburg'],
  city2: ['Rendsburg', 'Cuxhaven', 'Delmenhorst', 'Wismar', 'Stade', 'Uelzen', 'Nordhorn', 'Güstrow', 'Eutin'],
  speed: ['100', '175', '250', '500', '940'],
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
    hello: ['', '', '', 'Moin,', 'Hallo zusammen,', 'Guten Abend,', 'Hallo in die Runde,', 'Servus miteinander,', 'Liebe Mitlesende,'],
    bye: ['', '', '', 'Danke schon mal!', 'Viele Grüße aus {city}', 'Freue mich über jeden Hinweis.', 'Schönen Abend noch!', 'Danke und Gruß', 'Bin für jeden Tipp dankbar 🙂'],
    reply: ['', '', '', '', 'Hallo {asker},', 'Moin {asker},', 'Hallo @{asker},', 'Kenne ich.', 'Willkommen hier!'],
    hope: ['', '', '', 'Viel Erfolg!', 'Sag gern Bescheid, ob es geholfen hat.', 'Hoffe, das hilft.', 'Gruß aus {city2}', 'Bei Fragen einfach melden.'],
    agree: ['Danke, das hat mir auch weitergeholfen.', 'Bei mir mit der {router} genauso.', 'Gut erklärt! 👍', 'Lesezeichen gesetzt, das brauche ich bestimmt noch.', 'Funktioniert in {city2} ebenfalls.', 'Gehört eigentlich in die Anleitung.', 'Kann ich so bestätigen.', 'Wieder etwas gelernt.', 'Und ich suche seit Wochen danach …'],
  },
  en: {
    hello: ['', '', '', 'Hi all,', 'Hello,', 'Hi there,', 'Good evening,', 'Hey everyone,'],
    bye: ['', '', '', 'Thanks in advance!', 'Any hint is welcome.', 'Cheers from {city}', 'Sorry for the long post.', 'Thank you 🙂'],
    reply: ['', '', '', '', 'Hi {asker},', 'Hello @{asker},', 'Been there.', 'Welcome!'],
    hope: ['', '', '', 'Good luck!', 'Let us know how it went.', 'Hope that helps.', 'Shout if you get stuck.'],
    agree: ['Helped me as well, thank you.', 'Same with my {router}.', 'Well explained! 👍', 'Works in {city2}, too.', 'This belongs in the manual.', 'Can confirm.', 'And I have been looking for this for weeks …', 'Bookmarked.'],
  },
};

/** With what a title goes on where it was asked before. */
export const TITLE_ENDS: Record<string, readonly string[]> = {
  internet: [' ({router})', ' – {city}', ' ({tariff})'],
  mobilfunk: [' ({phone})', ' ({mobile})', ' – {city}'],
  rechnung: [' ({tariff})', ' – {month}', ' ({mobile})'],
  geraete: [' ({router})', ', {router} {fw}', ' – {city}'],
};
