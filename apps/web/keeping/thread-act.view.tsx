import type { Child } from '../html/html.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';

export interface ThreadActProps {
  page: Page;
  thread: { id: string; path: string; title: string; language: string };
  typed: Fields;
  problem: ProblemParts | null;
}

/** A page that asks before something is done with a whole thread: what, why perhaps, and the way back. */
export function ThreadAct({ page, thread, act, title, intro, problem, notice, children }: Omit<ThreadActProps, 'typed'> & { act: 'close' | 'move'; title: string; intro?: string; notice?: Child; children: Child }) {
  const t = page.texts.keeping[act];
  return (
    <Layout page={page} title={title} hidden>
      <div class="reading">
        <h1>{title}</h1>
        <p class="to-post"><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>
        {intro && <p>{intro}</p>}
        <form method="post" action={page.href(`/t/${thread.id.replace('thr_', '')}/${act}`)}>
          {notice ?? <ProblemNotice problem={problem} />}
          <MutationId page={page} />
          {children}
          <p class="form-acts">
            <button type="submit" class="button">{t.send}</button>
            <a class="button button-quiet" href={page.href(thread.path)}>{t.keep}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}

/** What is told about why: optional, and read by the author. */
export function NoteField({ page, label, typed, problem }: Omit<ThreadActProps, 'thread'> & { label: string }) {
  return <LineField name="note" label={label} hint={page.texts.merging.noteHint} optional={page.texts.ask.optional} value={typed['note'] ?? ''} problem={problem} autocomplete="off" />;
}
