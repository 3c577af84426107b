import { Injectable } from '@nestjs/common';
import { decodeId } from '#platform/database';
import type { FieldFault, InputCheck } from '#platform/graphql';
import { FieldReader } from '../fields/field.reader.js';
import type { ThreadFieldInput } from '../fields/field.type.js';
import { readGiven } from '../fields/given.check.js';
import { TagService } from '../tag/tag.service.js';

/** Where a thread is to stand, as its writer says it. */
export interface Wished {
  categoryId: string;
  tags?: string[] | null | undefined;
  /** What is said in the category's fields; undefined where none are asked for, as in announcements. */
  fields?: ThreadFieldInput[] | null | undefined;
}

/** The same as keys, and what is wrong with it. */
export interface Place {
  tagKeys: string[];
  /** Values by the field's id. */
  values: Map<string, string>;
  faults: FieldFault[];
}

@Injectable()
export class OpeningCheck implements InputCheck {
  constructor(
    private readonly fields: FieldReader,
    private readonly tags: TagService,
  ) {}

  async read({ categoryId, tags, fields }: Wished): Promise<Place> {
    const key = decodeId('category', categoryId);
    const asked = key === null ? undefined : (await this.fields.ofCategories([key])).get(key);
    const given = asked && fields !== undefined ? readGiven(asked, fields ?? []) : { values: new Map<string, string>(), faults: [] };
    const tagged = await this.tags.read(tags ?? []);
    const unknown: FieldFault[] = asked ? [] : [{ field: 'categoryId', code: categoryId === '' ? 'required' : 'unknown' }];
    return { tagKeys: tagged.keys, values: given.values, faults: [...unknown, ...given.faults, ...tagged.faults] };
  }

  async faultsOf(input: object, faulty: ReadonlySet<string>): Promise<FieldFault[]> {
    const { categoryId, tags, fields } = input as Wished;
    const { faults } = await this.read({ categoryId: faulty.has('categoryId') ? '' : categoryId, tags: faulty.has('tags') ? [] : tags, fields: faulty.has('fields') ? undefined : fields });
    return faults.filter(({ field }) => !faulty.has(field));
  }
}
