import { type People, people } from '../people.fixture.js';
import { FaqImportError, importFaq } from './faq.import.js';

describe('FAQ entries from a file', () => {
  let world: People;
  const bring = (content: string, format: 'csv' | 'json' = 'csv', more: { topic?: string; publish?: boolean; language?: 'de' | 'en' } = {}) => importFaq({ databaseUrl: world.url, content, format, publish: false, ...more });
  const entries = () => world.db.query<{ title: string; state: string; source: string; language: string; slug: string }>('select e.title, e.state, e.source, e.language, c.slug from knowledge_entry e join category c on c.id = e.category_id order by e.id');
  beforeEach(async () => {
    world = await people();
  });
  afterEach(() => world.close());

  it('come from CSV as spreadsheets write it, once, as drafts', async () => {
    const csv = '\uFEFFQuestion;Answer;Topic\r\n"Wie starte ich den Router neu?";"Stecker ziehen; warten.\nStecker stecken.";router\r\n"Why is the ""red"" light on?";<p>It is <b>off</b>line.</p>;Router\r\n';
    expect(await bring(csv)).toEqual({ made: 2, known: 0, refused: [] });
    expect(await bring(csv)).toEqual({ made: 0, known: 2, refused: [] });
    expect(await entries()).toEqual([
      { title: 'Wie starte ich den Router neu?', state: 'draft', source: 'Stecker ziehen; warten.\nStecker stecken.', language: 'de', slug: 'router' },
      { title: 'Why is the "red" light on?', state: 'draft', source: 'It is **off**line.', language: 'en', slug: 'router' },
    ]);
  });

  it('come from JSON, published where that is wished, and say what is wrong with the others', async () => {
    const json = JSON.stringify([{ question: 'How long is it?', answer: 'Two metres.', language: 'de' }, { question: 'x', answer: 'Two metres.' }, { question: 'How wide is it?' }, { question: 'How high is it?', answer: 'One metre.', topic: 'nowhere' }, { question: 7, answer: [] }]);
    expect(await bring(json, 'json', { topic: 'router', publish: true })).toEqual({
      made: 1, known: 0,
      refused: [{ row: 2, why: 'its question is missing or too short' }, { row: 3, why: 'its answer is missing or too short' }, { row: 4, why: 'there is no topic nowhere' }, { row: 5, why: 'its question is missing or too short' }],
    });
    expect(await entries()).toMatchObject([{ title: 'How long is it?', state: 'published', language: 'de' }]);
    expect(await world.db.query('select from knowledge_version')).toHaveLength(1);
    expect((await bring(json, 'json')).refused).toHaveLength(5);
  });

  it('do not come from what is no such file', async () => {
    await expect(bring('{', 'json')).rejects.toThrow(FaqImportError);
    await expect(bring('"text"', 'json')).rejects.toThrow('it is no list of entries');
    await expect(bring('question,answer\n"open', 'csv')).rejects.toThrow(FaqImportError);
    expect(await bring('', 'csv')).toEqual({ made: 0, known: 0, refused: [] });
  });
});
