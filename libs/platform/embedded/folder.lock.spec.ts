import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLocked, lockFolder } from './folder.lock.js';
import { identityOf, isAlive } from './process.identity.js';

describe('a locked folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundig-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('belongs to at most one, however many come at once', async () => {
    for (let round = 0; round < 5; round++) {
      const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => lockFolder(folder)));
      const held = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(held.length).toBeLessThanOrEqual(1);
      held.forEach(({ value }) => value.release());
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses the second with the process that holds it and what to do, and is free again after release', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      line: `The folder ${folder} is in use by another Kundig (process ${process.pid}).`,
      remedy: expect.stringContaining('KUNDIG_DATA='),
    });
    expect(isLocked(folder)).toBe(true);
    lock.release();
    expect(isLocked(folder)).toBe(false);
    (await lockFolder(folder)).release();
  });

  it('is taken over from a dead process, even when its number was given to another', async () => {
    const [pid, began, boot] = identityOf(process.pid)!.split('.');
    for (const dead of [`${pid}.${Number(began) - 1}.${boot}`, `${pid}.${began}.00000000`, `4194300.1.${boot}`]) {
      expect(isAlive(dead)).toBe(false);
      writeFileSync(join(folder, `in-use-by.${dead}.abc`), '');
      (await lockFolder(folder)).release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});
