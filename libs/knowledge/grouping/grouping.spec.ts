import { groupQuestions, type Question } from './question.groups.js';

const DE = {
  restart: ['Warum startet mein Router jede Nacht neu?', 'Router startet nachts von selbst neu', 'Der Router startet in der Nacht immer neu', 'Nachts startet der Router plötzlich neu'],
  esim: ['Wie übertrage ich meine eSIM auf ein neues Telefon?', 'eSIM auf neues Telefon übertragen', 'Neues Telefon: eSIM übertragen, wie geht das?', 'Kann ich die eSIM auf ein anderes Telefon übertragen?'],
  bill: ['Wo finde ich meine Rechnung vom letzten Monat?', 'Rechnung vom letzten Monat nicht gefunden', 'Wo sehe ich die letzte Rechnung im Kundenkonto?', 'Letzte Rechnung im Kundenkonto finden'],
};
const EN = {
  password: ['How do I reset my password?', 'I cannot reset my password', 'Reset password link does not arrive', 'Where can I reset the password?'],
  roaming: ['What does roaming in Switzerland cost?', 'Roaming cost in Switzerland', 'Is roaming free in Switzerland?', 'Switzerland: roaming costs per day?'],
};
const asked = (groups: Record<string, string[]>, language: 'de' | 'en'): Question[] => Object.entries(groups).flatMap(([topic, texts]) => texts.map((text, n) => ({ id: `${topic} ${n}`, text, language })));
const topics = (ids: readonly string[]) => [...new Set(ids.map((id) => id.split(' ')[0]))];

describe('questions that ask the same thing', () => {
  it('come together, in German and in English, and no others with them', async () => {
    const groups = await groupQuestions([...asked(DE, 'de'), ...asked(EN, 'en')]);
    expect(groups.map(({ ids }) => [topics(ids), ids.length]).sort()).toEqual([[['bill'], 4], [['esim'], 4], [['password'], 4], [['restart'], 4], [['roaming'], 4]]);
    expect(groups.every(({ likeness }) => likeness > 0.5 && likeness < 1.001)).toBe(true);
  });

  it('are told from others of their topic by all that they say', async () => {
    const [first] = (await groupQuestions(asked({ roaming: [...EN.roaming, 'Roaming in Switzerland does not connect since the update'] }, 'en'))).toSorted((a, b) => b.ids.length - a.ids.length);
    expect(first!.alike('roaming 0', 'roaming 0')).toBeGreaterThan(0.8);
    expect(first!.alike('roaming 0', 'roaming 1')).toBeGreaterThan(0.4);
    expect(first!.alike('roaming 0', 'roaming 4')).toBeLessThan(0.4);
  });

  it('do so again the next night, whatever their order', async () => {
    const all = asked(DE, 'de');
    const sorted = async (questions: Question[]) => (await groupQuestions(questions)).map(({ ids }) => ids.toSorted()).sort();
    expect(await sorted(all)).toEqual(await sorted(all.toReversed()));
  });

  it('are alone where nobody asks the same, and none are none', async () => {
    expect(await groupQuestions([])).toEqual([]);
    expect(await groupQuestions([{ id: 'a', text: 'Alone?', language: 'en' }])).toEqual([{ ids: ['a'], likeness: expect.any(Number) as number, alike: expect.any(Function) as () => number }]);
    const groups = await groupQuestions([...asked(EN, 'en'), { id: 'other', text: 'Aardvarks sing opera', language: 'en' }, { id: 'empty', text: '', language: 'en' }, { id: 'long', text: 'opera '.repeat(9_000), language: 'en' }]);
    for (const id of ['other', 'empty']) expect(groups.find(({ ids }) => ids.includes(id))!.ids).not.toEqual(expect.arrayContaining(['password 0']));
  });

  it('are no group where they share nothing but small words', async () => {
    const texts = ['Can I keep my landline number when moving?', 'How do I transfer my eSIM to a new phone?', 'Does the aardvark sing at dawn?', 'What does roaming cost?', 'Where is the bill?'];
    expect((await groupQuestions(texts.map((text) => ({ id: text, text, language: 'en' })))).map(({ ids }) => ids.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are one group where all say the same words', async () => {
    const groups = await groupQuestions(Array.from({ length: 30 }, (_, n) => ({ id: String(n), text: 'Why is the light red?', language: 'en' as const })));
    expect(groups.map(({ ids }) => ids.length)).toEqual([30]);
  });
});
