import type { Answer } from './asked.reader.js';
import { putTogether } from './put.together.js';

let count = 0;
const answer = (source: string, more: Partial<Answer> = {}): Answer => ({ postKey: String((count += 1)), threadKey: '1', title: 'Why does the router restart?', source, categoryKey: '1', chosen: true, ...more });

const OFFICIAL = 'Hello Petra,\n\nfirmware 7.58 has a fault that lets the watchdog restart the box; version 7.59 mends it and is sent out until Friday.\n\nKind regards, Jonas';
const STEPS = 'Hi!\n\nUntil then, set a fixed radio channel:\n\n1. Open the settings, then WLAN\n2. Choose channel 36\n\nThe new firmware version 7.59 mends the watchdog fault.\n\nCheers';

it('says the best answer, and of the others in its thread what it does not say, each in its own words', () => {
  const [official, steps] = [answer(OFFICIAL), answer(STEPS)];
  expect(putTogether([official, steps])).toEqual({
    text: 'Firmware 7.58 has a fault that lets the watchdog restart the box; version 7.59 mends it and is sent out until Friday.\n\nUntil then, set a fixed radio channel:\n\n1. Open the settings, then WLAN\n2. Choose channel 36',
    sources: [official, steps],
  });
});

it('leaves out what says the same, what says next to nothing, what nobody chose, and what answers another question', () => {
  const best = answer(OFFICIAL);
  const others = [answer('The watchdog fault of firmware 7.58 is mended by version 7.59.'), answer('Thanks, works here too!'), answer('Buy a lottery ticket from the shop around the corner.', { chosen: false }), answer(STEPS, { threadKey: '2' })];
  expect(putTogether([best, ...others]).sources).toEqual([best]);
});

it('keeps code whole, and ends at three answers and at what somebody reads', () => {
  const code = 'Reset the counters on the console:\n\n```\nset wan 0\n\nset lan 1\n```';
  expect(putTogether([answer(OFFICIAL), answer(code)]).text).toContain('set wan 0\n\nset lan 1\n```');
  const different = ['Plug the cable into the yellow socket below.', 'Ask neighbours whether their telephones ring.', 'Send photographs of the lamps to engineers.'].map((text) => answer(text));
  expect(putTogether([answer(OFFICIAL), ...different]).sources).toHaveLength(3);
  expect(putTogether([answer(OFFICIAL), answer(Array.from({ length: 600 }, (_, n) => `word${n}`).join(' '))]).sources).toHaveLength(1);
});
