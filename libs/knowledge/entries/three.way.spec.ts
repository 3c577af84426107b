import { mergedText } from './three.way.js';

const BASE = 'Open the menu. Choose Energy. Switch the saving off.';
const merged = (own: string, source: string, base = BASE) => mergedText(base, own, source, 'en');

it('takes what either has changed, and loses nothing of either', () => {
  expect(merged('Open the main menu. Choose Energy. Switch the saving off.', 'Open the menu. Choose Energy. Switch the saving off. Then restart.'))
    .toEqual({ text: 'Open the main menu. Choose Energy. Switch the saving off. Then restart.', conflicts: [] });
  expect(merged(`${BASE}\n\nAsk us if that does not help.`, 'Open the menu. Choose Power. Switch the saving off.')).toEqual({ text: 'Open the menu. Choose Power. Switch the saving off.\n\nAsk us if that does not help.', conflicts: [] });
  expect(merged(BASE, 'Press the button.')).toEqual({ text: 'Press the button.', conflicts: [] });
  expect(merged('Press the button.', BASE)).toEqual({ text: 'Press the button.', conflicts: [] });
});

it('keeps the own text where both have changed the same place, and says so', () => {
  expect(merged('Open the menu. Choose Electricity. Switch the saving off.', 'Open the menu. Choose Power. Switch the saving off.'))
    .toEqual({ text: 'Open the menu. Choose Electricity. Switch the saving off.', conflicts: [{ own: 'Choose Electricity.', source: 'Choose Power.' }] });
});

it('finds no conflict where both have changed it alike', () => {
  const both = 'Open the menu. Choose Power. Switch the saving off.';
  expect(merged(both, both)).toEqual({ text: both, conflicts: [] });
});

it('keeps lists and code as they are', () => {
  const list = '1. Open the menu.\n2. Choose Energy.\n\n```\nset energy off\n```';
  expect(mergedText(list, `${list}\n\nDone.`, list.replace('Energy', 'Power'), 'en')).toEqual({ text: `${list.replace('Energy', 'Power')}\n\nDone.`, conflicts: [] });
});
