import { shortened } from './segment.text.js';

it('keeps of a long text what stands next to a change, and a short one whole', () => {
  const long = `begin ${'😀'.repeat(1000)} end`;
  expect(shortened('as it was', false, false)).toBe('as it was');
  expect(shortened(long, true, false)).toMatch(/^ … 😀{155,} end$/u);
  expect(shortened(long, false, true)).toMatch(/^begin 😀{150,} … $/u);
  expect(shortened(long, false, false)).toMatch(/^begin 😀+ … 😀+ end$/u);
});
