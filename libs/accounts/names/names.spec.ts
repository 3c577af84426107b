import { isReserved } from './reserved.names.js';
import { mixesScripts, nameSkeleton } from './skeleton.js';

const STAFF = ['Anna Weber', 'Ada', 'Jürgen Groß'];
const reserved = (name: string) => isReserved(name, 'Kundig', STAFF);

it.each([
  ['Paul', 'PauI'], ['Mina', 'Міnа'], ['Anna Weber', 'Anna_Weber'], ['Bob', 'B0b'], ['Ada', 'Аdа'], ['rnina', 'mina'], ['Zoe', 'Zо\u200de'], ['Anna-Lena', 'Anna Lena'], ['Ｍina', 'Mina'],
])('sees %s in %s', (one, other) => {
  expect(nameSkeleton(other)).toBe(nameSkeleton(one));
});

it.each([['Mina', 'Nina'], ['Lia', 'Ila'], ['Müller', 'Muller'], ['Person 1', 'Person 2'], ['Ali', 'All']])('tells %s and %s apart', (one, other) => {
  expect(nameSkeleton(other)).not.toBe(nameSkeleton(one));
});

it.each([
  'admin', 'ADMIN', '4dm1n', 'Αdmin', 'The Admin', 'Support', 'Supp0rt Person', 'Kundenservice Nord', 'KUNDENSERVICE', 'Moderator', 'Team', 'FC Team',
  'Kundig', 'Kundig Hilfe', 'K u n d i g', 'Kundlg', 'Anna Weber', 'Anna Weber Team', 'Anna_Weber', 'ANNA WEBER', '4nna W3ber', 'AnnaWeber', 'annaweber1', 'Ada', 'Аdа', 'Jurgen Groß', 'Hilfe', 'System',
])('keeps %s for the company', (name) => {
  expect(reserved(name)).toBe(true);
});

it.each(['Anna', 'Hannah', 'Anna W.', 'Adaline', 'Weber', 'Supporter', 'Theo Systemfeind', 'Mina Berg', 'Kunde 7', 'Infokiosk', 'Teamo'])('leaves %s to whoever comes', (name) => {
  expect(reserved(name)).toBe(false);
});

it.each(['Mina', 'Jürgen', 'Мина', 'Μίνα', '田中さん Tanaka', '김민수 Kim', 'محمد', 'Mina 🌻', 'Tanaka タナカ', 'राम Ram'])('takes %s', (name) => {
  expect(mixesScripts(name)).toBe(false);
});

it.each(['Mіna', 'Αdmin', 'Мina', 'Мίνα', 'Ᏼob', 'タナカ김'])('refuses %s: alphabets that look alike, or that nobody mixes', (name) => {
  expect(mixesScripts(name)).toBe(true);
});
