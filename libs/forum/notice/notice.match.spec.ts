import { type Compared, noticeMatches, saidIn } from './notice.match.js';

const OUTAGE = { title: 'Outage of the fixed network in Bonn', affected: 'Fixed network, Bonn', regions: ['Bonn', 'Bad Godesberg'], tags: ['dsl'] };
type Asked = Partial<Omit<Compared, 'said'>> & { text?: string };
const asked = ({ text = '', ...compared }: Asked): boolean => noticeMatches(OUTAGE, { said: saidIn(text), tags: [], region: '', inCategory: false, ...compared });

it.each<[string, Asked]>([
  ['its category', { inCategory: true }],
  ['its tag', { tags: ['DSL'] }],
  ['a tag of it that is typed', { text: 'Mein DSL ist weg' }],
  ['its region, said in the field', { region: 'bonn' }],
  ['its region, typed', { text: 'Kein Internet in Bad Godesberg' }],
  ['its category, by who says little', { inCategory: true, text: 'Nothing works at all since today' }],
  ['its category and one word', { inCategory: true, text: 'Is the network down again?' }],
  ['two words, however they are bent', { text: 'Are there outages in your networks?' }],
])('is known by %s', (_, compared) => {
  expect(asked(compared)).toBe(true);
});

it.each<[string, Asked]>([
  ['nothing was said', {}],
  ['something else is asked in its category', { inCategory: true, text: 'Warum startet mein Router jede Nacht um zwei Uhr neu?' }],
  ['one word is all they share', { text: 'How do I name my network?' }],
  ['one word is all they share, in two forms', { text: 'How do I name my network? Two networks show up' }],
  ['only small words are shared', { text: 'of the in the of' }],
  ['half of its region is typed', { text: 'Bad reception everywhere' }],
  ['another region is named, whatever else fits', { region: 'Hamburg', inCategory: true, tags: ['dsl'] }],
])('is none where %s', (_, compared) => {
  expect(asked(compared)).toBe(false);
});

it('concerns every region where it names none', () => {
  expect(noticeMatches({ ...OUTAGE, regions: [] }, { said: saidIn(''), tags: [], region: 'Hamburg', inCategory: true })).toBe(true);
});
