interface Place {
  slug: string;
  name: string;
  description: string;
  /** Places further up in this list. */
  below?: string;
}

export const PLACES: readonly Place[] = [
  { slug: 'internet', name: 'Internet & Router', description: 'Anschluss, Router, WLAN und alles, was dazwischen hängt.' },
  { slug: 'wlan', name: 'WLAN', description: 'Reichweite, Kanäle, Kennwörter.', below: 'internet' },
  { slug: 'glasfaser', name: 'Glasfaser', description: 'Ausbau, Hausanschluss, Modem.', below: 'internet' },
  { slug: 'dsl', name: 'DSL & Kabel', description: 'Leitungswerte, Abbrüche, Dosen.', below: 'internet' },
  { slug: 'mobilfunk', name: 'Mobilfunk', description: 'Tarife, Empfang, Rufnummern.' },
  { slug: 'esim', name: 'SIM & eSIM', description: 'Karten einrichten, tauschen, übertragen.', below: 'mobilfunk' },
  { slug: 'roaming', name: 'Ausland', description: 'Unterwegs telefonieren und surfen.', below: 'mobilfunk' },
  { slug: 'festnetz', name: 'Festnetz & TV', description: 'Telefonieren und Fernsehen zu Hause.' },
  { slug: 'geraete', name: 'Geräte & Smart Home', description: 'Was man anschließt, und wenn es sich nicht anschließen lässt.' },
  { slug: 'rechnung', name: 'Rechnung & Vertrag', description: 'Beträge, Fristen, Wechsel.' },
  { slug: 'english', name: 'English corner', description: 'Everything, in English.' },
  { slug: 'en-home', name: 'At home', description: 'Line, router, Wi-Fi, TV.', below: 'english' },
  { slug: 'en-mobile', name: 'Mobile', description: 'Coverage, SIM cards, abroad.', below: 'english' },
  { slug: 'en-billing', name: 'Bills & contracts', description: 'What it costs and how long it lasts.', below: 'english' },
  { slug: 'en-devices', name: 'Devices', description: 'Phones, printers, smart home.', below: 'english' },
  { slug: 'plausch', name: 'Plauderecke', description: 'Erfahrungen, Meinungen, und wer wir sind. Any language.' },
];

interface Field {
  place: string;
  key: string;
  labelDe: string;
  labelEn: string;
  /** Which of the words of a thread it holds. */
  word: string;
  /** Whether its choices are those words; otherwise anything can be written. */
  chooses: boolean;
}

export const FIELDS: readonly Field[] = [
  { place: 'internet', key: 'device', labelDe: 'Gerät', labelEn: 'Device', word: 'router', chooses: true },
  { place: 'internet', key: 'firmware', labelDe: 'Firmware', labelEn: 'Firmware', word: 'fw', chooses: false },
  { place: 'mobilfunk', key: 'phone', labelDe: 'Telefon', labelEn: 'Phone', word: 'phone', chooses: true },
  { place: 'mobilfunk', key: 'tariff', labelDe: 'Tarif', labelEn: 'Tariff', word: 'mobile', chooses: true },
  { place: 'rechnung', key: 'tariff', labelDe: 'Tarif', labelEn: 'Tariff', word: 'tariff', chooses: true },
  { place: 'en-home', key: 'device', labelDe: 'Gerät', labelEn: 'Device', word: 'router', chooses: true },
  { place: 'en-mobile', key: 'phone', labelDe: 'Telefon', labelEn: 'Phone', word: 'phone', chooses: true },
  { place: 'en-billing', key: 'region', labelDe: 'Region', labelEn: 'Region', word: 'city', chooses: false },
];

/** The places of a slug: itself and those above it. */
export function placesAbove(slug: string): string[] {
  const place = PLACES.find((one) => one.slug === slug);
  if (!place) throw new Error(`the demo has no category "${slug}"`);
  return place.below ? [slug, ...placesAbove(place.below)] : [slug];
}
