import { CircuitBreaker, CircuitOpen } from './circuit.breaker.js';

const down = () => Promise.reject(new Error('down'));
const up = () => Promise.resolve('up');

function breakerAt() {
  const clock = { now: 0 };
  return { clock, breaker: new CircuitBreaker((error) => (error as Error).message === 'down', () => clock.now) };
}

async function failTimes(breaker: CircuitBreaker, times: number) {
  for (let i = 0; i < times; i++) await expect(breaker.run(down)).rejects.toThrow('down');
}

describe('CircuitBreaker', () => {
  it('asks on after one or two failures', async () => {
    const { breaker } = breakerAt();
    await failTimes(breaker, 2);
    await expect(breaker.run(up)).resolves.toBe('up');
    await failTimes(breaker, 2);
    expect(breaker.isOpen).toBe(false);
  });

  it('stops asking after three in a row', async () => {
    const { breaker } = breakerAt();
    await failTimes(breaker, 3);
    await expect(breaker.run(up)).rejects.toThrow(CircuitOpen);
  });

  it('lets one try after a second, and all once that went well', async () => {
    const { breaker, clock } = breakerAt();
    await failTimes(breaker, 3);
    clock.now = 1_000;
    const probe = breaker.run(() => new Promise((resolve) => setTimeout(() => resolve('up'), 5)));
    await expect(breaker.run(up)).rejects.toThrow(CircuitOpen);
    await expect(probe).resolves.toBe('up');
    await expect(breaker.run(up)).resolves.toBe('up');
  });

  it('waits another second when the try fails', async () => {
    const { breaker, clock } = breakerAt();
    await failTimes(breaker, 3);
    clock.now = 1_000;
    await failTimes(breaker, 1);
    clock.now = 1_900;
    await expect(breaker.run(up)).rejects.toThrow(CircuitOpen);
  });

  it('does not count what the caller did wrong', async () => {
    const { breaker } = breakerAt();
    for (let i = 0; i < 9; i++) await expect(breaker.run(() => Promise.reject(new Error('bad filter')))).rejects.toThrow('bad filter');
    expect(breaker.isOpen).toBe(false);
  });
});
