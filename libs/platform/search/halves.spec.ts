import { inHalves } from './halves.js';

const spoils = (error: unknown) => (error as Error).message === 'spoiled';

describe('inHalves', () => {
  it('finds the ones that spoil it and does the others', async () => {
    const done: number[] = [];
    const refused = await inHalves([...Array(100).keys()], async (some) => {
      if (some.includes(13) || some.includes(77)) throw new Error('spoiled');
      done.push(...some);
    }, spoils);
    expect(refused.map(({ item }) => item)).toEqual([13, 77]);
    expect(done.sort((a, b) => a - b)).toHaveLength(98);
  });

  it('passes on what is nobody’s fault', async () => {
    await expect(inHalves([1, 2], () => Promise.reject(new Error('server away')), spoils)).rejects.toThrow('server away');
  });

  it('does nothing for nobody', async () => {
    await expect(inHalves([], () => Promise.reject(new Error('asked')), spoils)).resolves.toEqual([]);
  });
});
