import { Refused } from '#platform/graphql';
import { CategoryFieldService } from '../fields/category-field.service.js';
import { forum, type Forum } from '../forum.fixture.js';
import { CompanyPatterns } from '../private-data/company.patterns.js';
import { CategoryService } from './category.service.js';

const CONFLICT = { kind: 'Conflict', conflict: 'changed-meanwhile' };
const pattern = (at: number) => ({ nameDe: `Nummer ${at}`, nameEn: `Number ${at}`, pattern: `K${at}-#####`, example: `K${at}-12345` });
const labels = (at: number) => ({ labelDe: `Gerät ${at}`, labelEn: `Device ${at}`, choices: null, required: false, position: at });

describe('what two admins change at once', () => {
  let f: Forum;
  let categories: CategoryService;
  let fields: CategoryFieldService;
  let patterns: CompanyPatterns;
  beforeAll(async () => {
    f = await forum();
    categories = f.test.context.get(CategoryService);
    fields = f.test.context.get(CategoryFieldService);
    patterns = f.test.context.get(CompanyPatterns);
  });
  afterAll(() => f.close());

  /** Five who saw the same: which of them had their way; all others were told. */
  const race = async (change: (at: number) => Promise<unknown>) => {
    const outcomes = await Promise.all([0, 1, 2, 3, 4].map((at) => change(at).then(() => 'done', (error: unknown) => (error instanceof Refused ? error.problem : error))));
    expect(outcomes.filter((outcome) => outcome !== 'done')).toEqual([CONFLICT, CONFLICT, CONFLICT, CONFLICT]);
    return outcomes.indexOf('done');
  };
  const topic = async (id: string) => (await categories.all()).find((each) => each.id === id)!;

  it('is no category overwritten unseen', async () => {
    const id = await f.category('Bills');
    const { version } = await topic(id);
    const first = await race((at) => categories.update({ id, name: `Bills ${at}`, basedOn: version }));
    expect(await topic(id)).toMatchObject({ name: `Bills ${first}`, version: version + 1 });
    await categories.update({ id, description: 'By a program.' }); // that says no version
    expect(await topic(id)).toMatchObject({ name: `Bills ${first}`, description: 'By a program.', version: version + 2 });
  });

  it('is no field overwritten or taken away unseen', async () => {
    const { id, version } = await f.field(f.categoryId, 'device');
    const first = await race((at) => fields.update({ id, ...labels(at), basedOn: version }));
    await expect(fields.remove({ id, basedOn: version })).rejects.toMatchObject({ problem: CONFLICT });
    expect(await fields.remove({ id, basedOn: version + 1 })).toMatchObject({ labelDe: `Gerät ${first}` });
    await expect(fields.update({ id, ...labels(0), basedOn: version })).rejects.not.toMatchObject({ problem: CONFLICT }); // it is not there
  });

  it('is no list of patterns overwritten unseen', async () => {
    const { version } = await patterns.list();
    const first = await race((at) => patterns.set([pattern(at), pattern(at + 5)], version));
    expect(await patterns.list()).toEqual({ version: version + 1, patterns: [pattern(first), pattern(first + 5)] });
  });
});
