import { threadNamed } from './thread-named.js';

it.each([
  ['12', 'thr_12'],
  [' #12 ', 'thr_12'],
  ['thr_12', 'thr_12'],
  ['/t/12/why-is-it-so-slow', 'thr_12'],
  ['https://community.example.org/de/t/12/why?post=pst_3#pst_3', 'thr_12'],
  ['https://community.example.org/t/12', 'thr_12'],
  ['slow in the evening', null],
  ['router 7590', null],
  ['https://community.example.org/c/12', null],
  ['', null],
])('%j is %j', (text, id) => {
  expect(threadNamed(text)).toBe(id);
});
