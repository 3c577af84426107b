import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import { NoticeConcernsFields, NoticeEndField, NoticeStateField } from './notice-fields.view.js';
import type { updateFormOperation } from './notice.operation.js';

type Result = ResultOf<typeof updateFormOperation>;

interface Props {
  page: Page;
  thread: NonNullable<Result['thread']>;
  categories: Result['categories'];
  typed: Fields;
  problem: ProblemParts | null;
  masked: boolean;
}

/** How far it has come, in one form; whom it concerns can be changed with it. */
export function UpdateNoticeView({ page, thread, categories, typed, problem, masked }: Props) {
  const t = page.texts.notices;
  const path = `/t/${thread.id.replace('thr_', '')}/notice`;
  const form = { page, typed, problem };
  return (
    <Layout page={page} title={t.updateTitle} path={path} hidden>
      <div class="reading">
        <h1>{t.updateTitle}</h1>
        <p><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>
        <p class="intro">{t.updateIntro}</p>
        <form method="post" action={page.href(path)}>
          <SendingNotice page={page} problem={problem} masked={masked} confirmed={confirmationIn(typed)} />
          <MutationId page={page} />
          <input type="hidden" name="basedOn" value={typed['basedOn'] ?? ''} />
          <NoticeStateField {...form} withOver />
          <LineField name="text" label={t.updateLabel} value={typed['text'] ?? ''} problem={problem} autocomplete="off" />
          <NoticeEndField {...form} />
          <NoticeConcernsFields {...form} categories={categories} />
          <p class="form-acts">
            <button type="submit" class="button">{t.updateSend}</button>
            <a class="button button-quiet" href={page.href(thread.path)}>{t.updateKeep}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
