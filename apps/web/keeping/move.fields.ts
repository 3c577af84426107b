import type { FieldData } from '../fields/field-inputs.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { Page } from '../page/visit.js';
import type { keepThreadOperation } from './keeping.operation.js';

type Result = ResultOf<typeof keepThreadOperation>;
type Thread = NonNullable<Result['thread']>;

/** `open`: what a category asks for and the thread does not say; `lost`: what it says and has no place there. Where it stands already, nothing is either. */
export function fieldsThere(page: Page, thread: Thread, categories: Result['categories'], categoryId: string): { open: FieldData[]; lost: Thread['fields'] } {
  const asked = categories.find(({ id }) => id === categoryId)?.fields;
  if (!asked || categoryId === thread.category.id) return { open: [], lost: [] };
  const fits = ({ key, value }: Thread['fields'][number]) => asked.some((field) => field.key === key && (!field.choices || field.choices.includes(value)));
  const asks = isAsker(page, thread); // others may not know
  return {
    open: asked.filter(({ key }) => !thread.fields.some((said) => said.key === key && fits(said))).map((field) => ({ ...field, required: field.required && asks })),
    lost: thread.fields.filter((said) => !fits(said)),
  };
}

/** What they do with their own question stands in no log. */
export function isAsker(page: Page, { author }: Thread): boolean {
  return author !== null && author.id === `mem_${page.member?.key}`;
}
