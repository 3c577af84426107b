import { LONGEST_TEXT, understand } from './question.js';

const stemsOf = (text: string) => understand(text).terms.map((term) => term.stems.join('/'));

describe('understand', () => {
  it('tells typing from asking', () => {
    for (const typed of ['router', 'fritz!box 7590', 'vertrag kündigen', 'wlan langsam abe']) expect(understand(typed).mode).toBe('typing');
    for (const asked of ['Why is my router slow?', 'wie kündige ich meinen vertrag', 'Rechnung zu hoch?', 'router verliert jeden abend die verbindung']) {
      expect(understand(asked).mode).toBe('asking');
    }
  });

  it('leaves out politeness and small words', () => {
    expect(stemsOf('Hallo zusammen, ich habe folgendes Problem: der Router startet ständig neu. Vielen Dank im Voraus! MfG')).toEqual(stemsOf('Der Router startet ständig neu.'));
    expect(stemsOf('Hi all, I have the following problem: the router restarts all the time. Thanks in advance!')).toEqual(stemsOf('The router restarts all the time.'));
  });

  it('keeps what is asked about even when it sounds polite', () => {
    expect(stemsOf('Wie deaktiviere ich die Problemberichterstattung?')).toHaveLength(2);
    expect(understand('hallo').terms).toHaveLength(1);
    expect(understand('danke').terms).toHaveLength(1);
  });

  it('reads both spellings of umlauts alike', () => {
    expect(stemsOf('Wie kann ich die Verträge über Größe und Straße kündigen?')).toEqual(stemsOf('Wie kann ich die Vertraege ueber Groesse und Strasse kuendigen?'));
  });

  it('takes a word of an unknown language both ways', () => {
    expect(understand('Modem').terms[0]!.stems).toEqual(['modem', 'mod']);
  });

  it('asks for a word once, and for small words where there is nothing else', () => {
    expect(stemsOf('router router Router')).toEqual([stemsOf('router')[0]]);
    expect(stemsOf('to be or not to be').length).toBeGreaterThan(0);
  });

  it('finds nothing to ask in nothing, and is done soon with anything', () => {
    for (const nothing of ['', '  ', '???', '💥', '\u0000']) expect(understand(nothing).terms).toEqual([]);
    const started = performance.now();
    for (const much of ['ä'.repeat(1e6), 'a '.repeat(5e5), '-'.repeat(1e6), 'ich habe '.repeat(1e5), 'many thanks '.repeat(1e5)]) understand(much);
    expect(performance.now() - started).toBeLessThan(500);
    expect(understand('x'.repeat(5_000)).text).toHaveLength(LONGEST_TEXT);
  });
});
