import { CategoryField, TagsField } from '../ask/ask.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { WritingHelps } from '../parts/writing-helps.view.js';
import { LineField, TextField } from '../parts/field.view.js';
import { NoticeConcernsFields, NoticeEndField, NoticeKindField, NoticeStateField } from '../notices/notice-fields.view.js';
import { MarkdownHelp } from '../parts/markdown-help.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Preview } from '../parts/preview.view.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import type { announceFormOperation } from './announce.operation.js';

interface Props {
  page: Page;
  offer: ResultOf<typeof announceFormOperation>;
  typed: Fields;
  problem: ProblemParts | null;
  preview: string | null;
  masked: boolean;
}

export function AnnounceView({ page, offer, typed, problem, preview, masked }: Props) {
  const t = page.texts.notices;
  const value = (name: string) => typed[name] ?? '';
  const notice = { page, typed, problem, prefix: 'notice.' };
  return (
    <Layout page={page} title={t.announceTitle} path="/announce" hidden>
      <div class="reading">
        <h1>{t.announceTitle}</h1>
        <p class="intro">{t.announceIntro}</p>
        <form class="ask-form" method="post" action={page.href('/announce')}>
          <SendingNotice page={page} problem={problem} masked={masked} confirmed={confirmationIn(typed)} />
          <MutationId page={page} />
          <LineField name="title" label={t.titleLabel} value={value('title')} problem={problem} autocomplete="off" />
          <TextField tools name="body" label={t.bodyLabel} rows={10} value={value('body')} problem={problem} />
          <MarkdownHelp page={page} />
          {preview !== null && <Preview page={page} html={preview} />}
          <CategoryField page={page} offer={offer} chosen={value('categoryId')} problem={problem} />
          <TagsField page={page} offer={offer} typed={value('tags')} problem={problem} />
          <fieldset class="card">
            <legend>{t.notice} <span class="field-optional">({page.texts.ask.optional})</span></legend>
            <p class="field-hint">{t.noticeHint}</p>
            <NoticeKindField {...notice} />
            <NoticeConcernsFields {...notice} categories={offer.categories} />
            <NoticeStateField {...notice} withOver={false} />
            <NoticeEndField {...notice} />
          </fieldset>
          <p class="form-acts">
            <button type="submit" class="button" name="act" value="post">{t.send}</button>
            <button type="submit" class="button button-quiet" name="act" value="preview">{page.texts.ask.preview}</button>
          </p>
        </form>
        <WritingHelps page={page} />
      </div>
    </Layout>
  );
}
