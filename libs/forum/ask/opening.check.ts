import { Injectable } from '@nestjs/common';
import { Database, decodeId } from '#platform/database';
import type { FieldFault, InputCheck } from '#platform/graphql';
import { TagService } from '../tag/tag.service.js';

/** Where a thread is to stand, as its writer says it. */
export interface Wished {
  categoryId: string;
  tags?: string[] | null | undefined;
}

/** The same as keys, and what is wrong with it. */
export interface Place {
  tagKeys: string[];
  faults: FieldFault[];
}

@Injectable()
export class OpeningCheck implements InputCheck {
  constructor(
    private readonly db: Database,
    private readonly tags: TagService,
  ) {}

  async read({ categoryId, tags }: Wished): Promise<Place> {
    const key = decodeId('category', categoryId);
    const category = key && (await this.db.one('select from category where id = $1', [key]));
    const read = await this.tags.read(tags ?? []);
    return { tagKeys: read.keys, faults: [...(category ? [] : [{ field: 'categoryId', code: categoryId === '' ? 'required' : 'unknown' } as const]), ...read.faults] };
  }

  async faultsOf(input: object, faulty: ReadonlySet<string>): Promise<FieldFault[]> {
    const { categoryId, tags } = input as Wished;
    const { faults } = await this.read({ categoryId: faulty.has('categoryId') ? '' : categoryId, tags: faulty.has('tags') ? [] : tags });
    return faults.filter(({ field }) => !faulty.has(field));
  }
}
