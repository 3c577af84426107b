import { excerpt } from '#platform/content';
import { CategoryField } from '../ask/ask.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Pager } from '../parts/pager.view.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import type { splitFormOperation } from './merging.operation.js';

type Result = ResultOf<typeof splitFormOperation>;
type Thread = NonNullable<Result['thread']>;

interface Props {
  page: Page;
  thread: Thread;
  places: Pick<Result, 'categories' | 'tags'>;
  typed: Fields;
  problem: ProblemParts | null;
  masked: boolean;
}

const EXCERPT = 200; // enough to know it again

export function SplitView({ page, thread, places, typed, problem, masked }: Props) {
  const t = page.texts.merging;
  const path = `/t/${thread.id.replace('thr_', '')}/split`;
  const { nodes, pageInfo } = thread.answers;
  return (
    <Layout page={page} title={t.split.title} path={path} hidden>
      <div class="reading">
        <h1>{t.split.title}</h1>
        <p class="intro">{t.split.intro}</p>
        <p><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>
        {nodes.length === 0 && <p class="empty">{t.split.none}</p>}
        {nodes.length > 0 && (
          <form method="post" action={page.href(page.path)} class="ask-form">
            <SendingNotice page={page} problem={problem} masked={masked} confirmed={confirmationIn(typed)} />
            <MutationId page={page} />
            <fieldset aria-describedby="posts-fault">
              <legend>{t.split.which}</legend>
              <p class="field-fault" id="posts-fault">{faultOf(problem)}</p>
              {nodes.map((answer) => (
                <label key={answer.id} class="check">
                  <input type="checkbox" name={answer.id} checked={typed[answer.id] !== undefined} disabled={answer.official && !page.member?.isStaff} />{' '}
                  <span>
                    <span lang={thread.language}>{excerpt(answer.source, EXCERPT)}</span>{' '}
                    <span class="meta"><bdi>{answer.author?.name ?? answer.authorName ?? page.texts.lists.formerly}</bdi> <Moment page={page} at={answer.createdAt} /></span>
                    {answer.official && <span class="field-hint">{page.member?.isStaff ? t.split.officialGoes : t.split.officialStays}</span>}
                  </span>
                </label>
              ))}
            </fieldset>
            <LineField name="title" label={t.split.titleLabel} value={typed['title'] ?? ''} problem={problem} autocomplete="off" />
            <CategoryField page={page} offer={places} chosen={typed['categoryId'] ?? thread.category.id} problem={problem} />
            <LineField name="note" label={t.note} hint={t.noteHint} optional={page.texts.ask.optional} value={typed['note'] ?? ''} problem={problem} autocomplete="off" />
            <p class="form-acts">
              <button type="submit" class="button">{t.split.send}</button>
              <a class="button button-quiet" href={page.href(thread.path)}>{t.keep}</a>
            </p>
          </form>
        )}
        <Pager page={page} info={pageInfo} path={path} />
      </div>
    </Layout>
  );
}

function faultOf(problem: ProblemParts | null): string | null {
  return problem?.__typename === 'InvalidInput' ? (problem.fields.find(({ field }) => field.startsWith('postIds'))?.message ?? null) : null;
}
