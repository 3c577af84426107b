import { Injectable } from '@nestjs/common';
import { Database, decodeId, encodeId } from '#platform/database';
import type { FieldFault } from '#platform/graphql';
import { FieldReader } from './field.reader.js';
import type { CategoryField, ThreadFieldInput } from './field.type.js';
import { readGiven } from './given.check.js';

/** What stands in the fields of a thread, by the field's id. */
export type Values = ReadonlyMap<string, string>;

interface Held {
  id: string;
  key: string;
  value: string;
}

/** What threads say in the fields of their categories. The caller holds the lock of the thread. */
@Injectable()
export class ThreadFields {
  constructor(
    private readonly db: Database,
    private readonly defined: FieldReader,
  ) {}

  async write(threadId: string, values: Values): Promise<void> {
    if (values.size === 0) return;
    const keys = [...values.keys()].map((id) => decodeId('field', id));
    await this.db.query('insert into thread_field (thread_id, field_id, value) select $1, * from unnest($2::bigint[], $3::text[])', [threadId, keys, [...values.values()]]);
  }

  async rewrite(threadId: string, values: Values): Promise<void> {
    await this.db.query('delete from thread_field where thread_id = $1', [threadId]);
    await this.write(threadId, values);
  }

  /**
   * What is to stand there once the thread is in another category: what was said and fits, beside what is said now. Nobody's words are overwritten;
   * of those who know their own case (`strict`), what that category requires is demanded.
   */
  async moved(threadId: string, to: string, given: readonly ThreadFieldInput[], strict: boolean): Promise<{ before: Values; after: Values; held: string[]; faults: FieldFault[] }> {
    const held = await this.held(threadId);
    const asked = (await this.defined.ofCategories([to])).get(to) ?? [];
    const fits = new Map(held.flatMap(({ key, value }) => (asked.some((field) => field.key === key && (!field.choices || field.choices.includes(value))) ? [[key, value]] : [])));
    const said = [...given.filter(({ key }) => !fits.has(key)), ...[...fits].map(([key, value]) => ({ key, value }))];
    const { values, faults } = readGiven(asked.map((field) => ({ ...field, required: field.required && strict })), said);
    return { before: valuesOf(held), after: values, held: held.map(({ value }) => value), faults };
  }

  /**
   * What is to stand there instead. A field that is asked for no more, or was asked for elsewhere, can still be changed where it holds something;
   * and nobody who mends a word has to say what was not asked for when the thread was opened, or choose anew because the choices have changed.
   */
  async change(thread: { id: string; categoryId: string }, given: readonly ThreadFieldInput[]): Promise<{ before: Values; after: Values; faults: FieldFault[] }> {
    const held = await this.held(thread.id);
    const asked = (await this.defined.ofCategories([thread.categoryId])).get(thread.categoryId) ?? [];
    const said = new Map(held.map(({ key, value }) => [key, value]));
    const elsewhere = held.filter(({ key }) => !asked.some((field) => field.key === key));
    const open: Pick<CategoryField, 'id' | 'key' | 'required' | 'choices'>[] = [
      ...asked.map((field) => ({ ...field, required: field.required && said.has(field.key), choices: field.choices && [...field.choices, ...[said.get(field.key) ?? []].flat()] })),
      ...elsewhere.map(({ id, key }) => ({ id: encodeId('field', id), key, required: false, choices: null })),
    ];
    const { values, faults } = readGiven(open, given);
    return { before: valuesOf(held), after: values, faults };
  }

  private held(threadId: string): Promise<Held[]> {
    return this.db.query('select f.id, f.key, tf.value from thread_field tf join category_field f on f.id = tf.field_id where tf.thread_id = $1 order by f.id', [threadId]);
  }
}

function valuesOf(held: readonly Held[]): Values {
  return new Map(held.map(({ id, value }) => [encodeId('field', id), value]));
}

export function saySame(a: Values, b: Values): boolean {
  return a.size === b.size && [...a].every(([id, value]) => b.get(id) === value);
}
