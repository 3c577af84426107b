/** Who writes in the demo. All of them are invented. */
export interface Login {
  role: 'customer' | 'super_user' | 'staff' | 'admin';
  name: string;
  email: string;
}

/** Whom a visitor can be. The first of each role. */
export const LOGINS: readonly Login[] = [
  { role: 'customer', name: 'Petra', email: 'customer@demo.example' },
  { role: 'super_user', name: 'Mina K.', email: 'superuser@demo.example' },
  { role: 'staff', name: 'Jonas Feld', email: 'staff@demo.example' },
  { role: 'admin', name: 'Ida Brandt', email: 'admin@demo.example' },
];

export const STAFF: readonly string[] = ['Jonas Feld', 'Katrin Sommerfeldt', 'Deniz Arslan', 'Hanna Petersen'];
export const SUPER_USERS: readonly string[] = ['Mina K.', 'glasfaser_gregor', 'Old Tom', 'Lotte aus Leer', 'kabelsalat77'];

/** In order of how much they take part: the first write a lot, the last hardly ever. */
const NICKNAMES = `Petra, funkloch_fred, NordlichtNele, Käpt’n Ping, router_rosi, Jörg M., Sabine, dB-Dirk, WLANderin, Opa Heinz, tinyorange, Fiete,
  Bridge_Bea, Dr. Dose, Mareike, Signalturm, Özlem, LTE-Lars, paketverlust, Frau Schmitz, Sven_aus_Stade, Anke, bitkipper, Grünkohl, Hasan,
  latency_lou, Moorhuhn, Ute W., Kupferkalle, Annegret, nullmodem, Beate, Holzbein, Marek, Zwölfender, Ines, packet_pat, Torben, Lichtwellenleiter,
  Margot, Emre, Sturmflut, Christa, hopcount, Björn, Kathi, Der Techniker, Wiebke, Ali, MeshMaster_K, Gudrun, Finn, Quasselstrippe, Renate, Jule,
  cable_carla, Heide, Onno, Silke, zweidraht, Gesine, Malte, Ayşe, Rüdiger, ping_pia, Elfriede, Kalle B., Swantje, Tariq, Dörte, no_carrier, Bernd,
  Lieselotte, Enno, Weißwurst, Nadja, Störtebeker, Karla, Piet, Monika, wurzelpasswort, Hauke, Zoë, Irmgard, Neele, Jannik, Freya, Detlef, Aino, Thies`;
const FIRST_NAMES = ['Anja', 'Bastian', 'Carola', 'Dieter', 'Elke', 'Felix', 'Greta', 'Holger', 'Ilka', 'Jens', 'Klara', 'Lukas', 'Maike', 'Nils', 'Olga', 'Paul', 'Ruth', 'Stefan', 'Tanja', 'Uwe', 'Vera', 'Walter', 'Yasemin', 'Zora'];
const INITIALS = ['B.', 'F.', 'H.', 'L.', 'R.', 'T.', 'Z.'];

export const NEWCOMERS: readonly string[] = ['Merle neu hier', 'Ingo aus Itzehoe'];

const MEMBERS = 200;

/** Customers, as many as make the members two hundred. */
export function customers(): string[] {
  const names = NICKNAMES.split(',').map((name) => name.trim());
  for (const initial of INITIALS) for (const first of FIRST_NAMES) names.push(`${first} ${initial}`);
  return [...names.slice(0, MEMBERS - 1 - STAFF.length - SUPER_USERS.length - NEWCOMERS.length), ...NEWCOMERS];
}
