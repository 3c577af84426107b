import { Database } from '#platform/database';
import { SiteName } from '#platform/runtime';
import { type TestContext, testContext } from '#platform/testing';
import { CommunityReader } from './community.reader.js';
import { CommunityKeeper, CompanyModule } from '../index.js';

describe('what a process knows of the company', () => {
  let test: TestContext;
  let keeper: CommunityKeeper;
  beforeAll(async () => {
    test = await testContext([CompanyModule], { name: 'Set by hand' });
    keeper = test.context.get(CommunityKeeper);
  });
  afterAll(() => test.close());

  it('is the name of the settings, until it has one of its own', () => {
    expect(keeper.now.name).toBe('Set by hand');
  });

  it('is told to it when it changes, whoever changed it', async () => {
    const other = await testContext([CompanyModule], {}); // a program of another database hears nothing of it
    const told = new Promise<void>((heard) => {
      const refresh = keeper.refresh.bind(keeper);
      keeper.refresh = async () => refresh().finally(heard);
    });
    await test.context.get(Database, { strict: false }).query(`update community set name = 'Nordnetz', version = version + 1`);
    await told;
    expect([keeper.now.name, test.context.get(SiteName, { strict: false }).now]).toEqual(['Nordnetz', 'Nordnetz']);
    expect(other.context.get(CommunityKeeper).now.name).toBe('Kundig');
    await other.close();
  });

  it('is read again until it could be read, since nobody tells of it twice', async () => {
    const reader = test.context.get(CommunityReader, { strict: false });
    const read = reader.read.bind(reader);
    let fails = 2;
    const known = new Promise<void>((resolve) => {
      jest.spyOn(reader, 'read').mockImplementation(async () => {
        if (fails > 0) {
          fails -= 1;
          throw new Error('the database is away');
        }
        const community = await read();
        setImmediate(resolve); // once the keeper has it
        return community;
      });
    });
    await test.context.get(Database, { strict: false }).query(`update community set name = 'Südnetz', version = version + 1`);
    await known;
    expect([fails, keeper.now.name]).toEqual([0, 'Südnetz']);
  });
});
