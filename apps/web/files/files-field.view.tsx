import { FILES_AGAIN } from './attaching.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { Field } from '../parts/field.view.js';

// what the browser offers to choose from; what is taken is told by the content
const CHOICE = 'image/jpeg,image/png,image/webp,image/gif,image/avif,.pdf,.zip,.txt,.log,.csv,.md,.json,.conf,.cfg,.ini,.yaml,.yml';

interface Props {
  page: Page;
  problem: ProblemParts | null | undefined;
  prefix?: string;
  /** A guest had chosen files, which were not kept. */
  lost?: boolean;
  /** Without its hint: where many forms stand on a page. */
  brief?: boolean;
}

/** Stands last in its form: the texts before it are read even where a file is too large. */
export function FilesField({ page, problem, prefix = '', lost = false, brief = false }: Props) {
  const t = page.texts.files;
  return (
    <>
      <Field name="files" label={t.label} hint={brief ? undefined : page.member ? t.hint : t.hintGuest} optional={page.texts.ask.optional} problem={problem} prefix={prefix}>
        {(control) => <input {...control} type="file" multiple accept={brief ? undefined : CHOICE} />}
      </Field>
      {lost && <input type="hidden" name={FILES_AGAIN} value="yes" />}
      {lost && <p class="field-fault" role="status">{t.again}</p>}
    </>
  );
}
