import { Places } from './places.js';

const places = () => new Places({ all: 5, guests: 3, aMember: 2, aNetwork: 2 });
const guest = (network: string) => ({ memberId: null, network });
const member = (memberId: string) => ({ memberId, network: 'n' });

it('gives each network of guests, and each member, so many and not one more', () => {
  const all = places();
  expect([guest('a'), guest('a'), guest('a'), guest('b'), guest('c')].map((who) => all.take(who) !== null)).toEqual([true, true, false, true, false]);
  expect([member('1'), member('1'), member('1')].map((who) => all.take(who) !== null)).toEqual([true, true, false]);
});

it('keeps places for members when guests have taken theirs, and none beyond all', () => {
  const all = places();
  expect(['a', 'b', 'c', 'd'].map((network) => all.take(guest(network)) !== null)).toEqual([true, true, true, false]);
  expect(['1', '2', '3'].map((id) => all.take(member(id)) !== null)).toEqual([true, true, false]);
});

it('takes a place back once, however often it is given back', () => {
  const all = places();
  const [give] = [all.take(member('1'))!, all.take(member('1'))!];
  give();
  give();
  expect([all.take(member('1')) !== null, all.take(member('1'))]).toEqual([true, null]);
});
