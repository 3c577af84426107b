import type { Community } from './community.js';

/** A small community of an internet provider, in two languages: for pictures, and for tests that need something to look at. */
export async function believable(community: Community) {
  const admin = await community.member('Ida Brandt', 'admin');
  await community.member('Jonas Feld', 'staff');
  await community.member('Mina K.', 'super_user', 4);
  await community.member('glasfaser_gregor', 'customer', 2);
  await community.member('Petra');
  await community.member('Old Tom', 'customer', 1);

  const internet = await community.category('Ida Brandt', 'Internet & Router', { slug: 'internet', position: 1, description: 'Anschluss, Router, WLAN und alles, was dazwischen hängt.' });
  const wlan = await community.category('Ida Brandt', 'WLAN', { slug: 'wlan', parentId: internet, position: 1 });
  const fibre = await community.category('Ida Brandt', 'Glasfaser', { slug: 'glasfaser', parentId: internet, position: 2 });
  const mobile = await community.category('Ida Brandt', 'Mobilfunk', { slug: 'mobilfunk', position: 2, description: 'Tarife, SIM-Karten, Empfang.' });
  const bills = await community.category('Ida Brandt', 'Rechnung & Vertrag', { slug: 'rechnung', position: 3 });
  const english = await community.category('Ida Brandt', 'English corner', { slug: 'english', position: 4, description: 'Everything, in English.' });
  for (const tag of ['router', 'wlan', 'glasfaser', 'esim', 'rechnung', 'umzug', 'firmware', 'roaming', 'kündigung', 'fibre']) await community.tag('Ida Brandt', tag);

  const router = await community.asks('Petra', internet, 'Warum startet mein Router jede Nacht neu?',
    'Seit dem letzten Update startet der Router **jede Nacht gegen zwei Uhr** neu. Danach dauert es etwa fünf Minuten, bis das WLAN wieder da ist.\n\nWas ich schon versucht habe:\n\n- Werkseinstellungen\n- anderes Netzteil\n- Energiesparmodus aus\n\nIm Protokoll steht nur:\n\n```\n02:00:14 watchdog: restart requested (reason 7)\n```\n\nHat das noch jemand?', ['router', 'firmware']);
  const first = await community.answers('Old Tom', router.id, 'Bei mir hat geholfen, die automatischen Updates abzuschalten. Das ist aber nur ein Notbehelf, denn dann fehlen auch die Sicherheitsupdates.');
  const second = await community.answers('Mina K.', router.id, 'Grund 7 heißt: Der Router startet wegen des *nächtlichen Kanalwechsels* neu. Stellen Sie unter **WLAN → Funkkanal** von „Automatisch“ auf einen festen Kanal um, zum Beispiel 36.\n\n1. Oberfläche öffnen\n2. WLAN, dann Funkkanal\n3. Kanal 36 wählen und speichern\n\nSeitdem läuft meiner seit drei Wochen durch.');
  const third = await community.answers('Jonas Feld', router.id, 'Danke für die Hinweise. Wir haben den Fehler in Firmware 7.58 bestätigt; **Version 7.59 behebt ihn** und wird bis Freitag verteilt. Bis dahin hilft der feste Funkkanal.');
  await community.does('Petra', 'comment', { postId: second, body: 'Kanal 36 war es. Vielen Dank!' });
  await community.does('glasfaser_gregor', 'comment', { postId: second, body: 'Bestätigt, auch beim kleineren Modell.' });
  for (const voter of ['Petra', 'glasfaser_gregor', 'Old Tom', 'Jonas Feld']) await community.does(voter, 'vote', { postId: second, vote: 'up' });
  await community.does('Mina K.', 'vote', { postId: first, vote: 'up' });
  for (const sufferer of ['glasfaser_gregor', 'Old Tom']) await community.does(sufferer, 'sameProblem', { threadId: router.id, same: true });
  await community.does('Petra', 'acceptAnswer', { postId: second });
  await community.does('Jonas Feld', 'markOfficial', { postId: third });

  const waiting = [
    await community.asks('Old Tom', bills, 'Doppelte Grundgebühr nach dem Umzug: Wie bekomme ich die zu viel gezahlte Summe zurück?', 'Auf der Oktoberrechnung steht die Grundgebühr für beide Adressen.', ['rechnung', 'umzug']),
    await community.asks('glasfaser_gregor', fibre, 'Glasfaserhausanschluss: Wer trägt die Kosten für die Verlegung vom Keller in die Wohnung?', 'Der Vermieter sagt, das sei Sache des Anbieters.', ['glasfaser']),
    await community.asks('Old Tom', english, 'Can I use my landline number while abroad?', 'I travel for three months and would like to take calls on the laptop.', ['roaming']),
  ];
  const esim = await community.asks('glasfaser_gregor', mobile, 'eSIM auf ein neues Telefon übertragen, ohne dass die Nummer verloren geht', 'Das alte Telefon hat einen gesprungenen Bildschirm, lässt sich aber noch bedienen.', ['esim']);
  const how = await community.answers('Jonas Feld', esim.id, 'In der App unter **SIM verwalten → Auf anderes Gerät übertragen**. Der Code gilt 24 Stunden; die Nummer bleibt.');
  await community.does('Jonas Feld', 'markOfficial', { postId: how });
  const fibreEn = await community.asks('Petra', english, 'How long does it take until fibre is switched on after the technician came?', 'The box in the cellar blinks green since Tuesday.', ['fibre']);
  const days = await community.answers('Mina K.', fibreEn.id, 'Usually two working days. If the second light still blinks after that, restart the box once and tell the hotline the number printed on it.');
  await community.does('Petra', 'acceptAnswer', { postId: days });
  const weak = await community.asks('Petra', wlan, 'WLAN im Dachgeschoss zu schwach: Verstärker oder zweiter Zugangspunkt?', 'Im Erdgeschoss sind es 200 Mbit/s, oben nur noch 12.', ['wlan', 'router']);
  await community.answers('glasfaser_gregor', weak.id, 'Ein zweiter Zugangspunkt mit Kabel ist immer besser als ein Verstärker, der die Bandbreite halbiert.');

  await community.age({ [router.id]: 50, [esim.id]: 200, [fibreEn.id]: 90, [weak.id]: 5, [waiting[0]!.id]: 3, [waiting[1]!.id]: 26, [waiting[2]!.id]: 1 });
  return { admin, router, answers: { first, second, third }, waiting, categories: { internet, wlan, english } };
}
