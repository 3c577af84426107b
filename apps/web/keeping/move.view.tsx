import { CategoryField } from '../ask/ask.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { keepThreadOperation } from './keeping.operation.js';

interface Props {
  page: Page;
  thread: NonNullable<ResultOf<typeof keepThreadOperation>['thread']>;
  categories: ResultOf<typeof keepThreadOperation>['categories'];
  typed: Fields;
  problem: ProblemParts | null;
}

export function MoveView({ page, thread, categories, typed, problem }: Props) {
  const t = page.texts.keeping.move;
  return (
    <Layout page={page} title={t.title} hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <p class="to-post"><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>
        <form method="post" action={page.href(`/t/${thread.id.replace('thr_', '')}/move`)}>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          <CategoryField page={page} offer={{ categories, tags: [] }} chosen={typed['categoryId'] ?? thread.category.id} problem={problem} />
          <LineField name="note" label={page.texts.merging.note} hint={page.texts.merging.noteHint} optional={page.texts.ask.optional} value={typed['note'] ?? ''} problem={problem} autocomplete="off" />
          <p class="form-acts">
            <button type="submit" class="button">{t.send}</button>
            <a class="button button-quiet" href={page.href(thread.path)}>{t.keep}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
