import type { ImportRun } from './import.run.js';
import type { Body, RawBody } from './post.body.js';
import type { Placed } from './step.run.js';

export type Rendered = Exclude<Body, { fault: string }>;

/** Items with their bodies rendered; those whose body cannot be taken are reported and left out. */
export async function withBodies<Item extends Placed & { body: RawBody }>(
  items: Item[], run: ImportRun, file: string,
): Promise<(Omit<Item, 'body'> & Rendered)[]> {
  const bodies = await run.bodies.convert(items.map((item) => item.body));
  return items.flatMap(({ body: _raw, ...item }, at) => {
    const body = bodies[at]!;
    if (!('fault' in body)) return [{ ...item, ...body }];
    run.skip({ file, line: item.line, id: item.id, reason: body.fault });
    return [];
  });
}
