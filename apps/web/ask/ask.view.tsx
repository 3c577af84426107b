import { DraftApart, DraftSaved, DraftTaken, SaveDraft } from '../drafts/save-draft.view.js';
import { type FieldData, FieldInputs } from '../fields/field-inputs.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { FilesField } from '../files/files-field.view.js';
import { Layout } from '../page/layout.view.js';
import { AgreeField } from '../legal/agree.view.js';
import type { Page } from '../page/visit.js';
import { linesOf, treeOf } from '../parts/category-tree.js';
import { Field, LineField, TextField } from '../parts/field.view.js';
import { WritingHelps } from '../parts/writing-helps.view.js';
import { MarkdownHelp } from '../parts/markdown-help.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { MatchingNotices, ServiceNotices } from '../parts/service-notices.view.js';
import { Notice } from '../parts/notice.view.js';
import { Preview } from '../parts/preview.view.js';
import { Writing } from '../screening/writing.view.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import type { askFormOperation } from './ask.operation.js';
import type { AskKind, AskTyped } from './ask.typed.js';
import { Suggestions } from './suggestions.view.js';

type Offer = ResultOf<typeof askFormOperation>;
interface Places {
  categories: { id: string; parentId: string | null; name: string }[];
  tags: { name: string }[];
}

const FORM = 'question';

interface Props {
  page: Page;
  offer: Offer;
  typed: AskTyped;
  problem: ProblemParts | null;
  preview: string | null;
  /** With which words what may answer it is opened. */
  words: string;
  /** What the chosen category asks for. */
  fields: readonly FieldData[];
  asked: boolean;
  /** It was not sent: a notice may be it. */
  unsent: boolean;
  masked: boolean;
  saved: boolean;
}

export function AskView({ page, offer, typed, words, problem, preview, fields, asked, unsent, masked, saved }: Props) {
  const t = page.texts.ask;
  return (
    <Layout page={page} title={t.title} path="/ask" hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        {saved ? <DraftSaved page={page} /> : typed.isApart ? <DraftApart page={page} path="/ask" /> : offer.draft && <DraftTaken page={page} place="ask" at={offer.draft.updatedAt} />}
        <p class="intro">{t.intro}</p>
        <MatchingNotices page={page} notices={offer.serviceNotices} unsent={unsent ? FORM : null} />
        <ServiceNotices page={page} notices={offer.serviceNotices.filter(({ notice }) => !notice?.matching)} hint={t.notices} besides={offer.serviceNotices.some(({ notice }) => notice?.matching)} />
        {offer.categories.length === 0 && <p class="empty">{t.noCategories}</p>}
        <form class="ask-form" id={FORM} method="post" enctype="multipart/form-data" action={page.href('/ask')} data-draft-at={typed.isApart ? undefined : offer.draft?.updatedAt}>
          <SendingNotice page={page} problem={problem} masked={masked} confirmed={typed.confirmed} />
          {asked && <Notice kind="problem"><p>{page.texts.fields.asked}</p></Notice>}
          <MutationId page={page} />
          <AgreeField page={page} />
          <Writing page={page} fresh={typed.title === '' && typed.body === '' && !problem} />
          {typed.isApart && <input type="hidden" name="apart" value="yes" />}
          <input type="hidden" name="noticesSeen" value={[...new Set([...typed.noticesSeen, ...offer.serviceNotices.flatMap(({ id, notice }) => (notice?.matching ? [id] : []))])].join(' ')} />
          <input type="hidden" name="after" value={typed.after.join(' ')} />
          <KindField page={page} chosen={typed.kind} />
          <LineField name="title" label={<ByKind question={t.titleLabel} discussion={t.titleLabelDiscussion} />} hint={<ByKind question={t.titleHint} discussion={t.titleHintDiscussion} />} value={typed.title} problem={problem} />
          <p class="form-acts"><button type="submit" class="button button-quiet" name="act" value="look">{t.look}</button></p>
          <ask-live data-from={page.href('/ask/suggestions')} data-one={t.lookOne} data-many={t.lookMany}>{offer.suggest && <Suggestions page={page} suggested={offer.suggest} asked={words} />}</ask-live>
          <TextField tools name="body" label={<ByKind question={t.bodyLabel} discussion={t.bodyLabelDiscussion} />} hint={<ByKind question={t.bodyHint} discussion={t.bodyHintDiscussion} />} rows={10} value={typed.body} problem={problem} />
          <MarkdownHelp page={page} />
          {preview !== null && <Preview page={page} html={preview} />}
          <CategoryField page={page} offer={offer} chosen={typed.categoryId} problem={problem} />
          {offer.categories.some((category) => category.fields.length > 0) && (
            <topic-fields>
              <FieldInputs page={page} fields={fields} typed={typed.fields} problem={problem} />
              {fields.length > 0 && <input type="hidden" name="fieldsOf" value={typed.categoryId} />}
              <p class="form-acts"><button type="submit" class="button button-quiet" name="act" value="fields">{page.texts.fields.show}</button></p>
            </topic-fields>
          )}
          <TagsField page={page} offer={offer} typed={typed.tags} problem={problem} />
          <FilesField page={page} problem={problem} lost={typed.lostFiles && !page.member} />
          {!page.member && <p class="field-hint">{t.guest}</p>}
          <p class="form-acts">
            <button type="submit" class="button" name="act" value="post"><ByKind question={t.send} discussion={t.sendDiscussion} /></button>
            <button type="submit" class="button button-quiet" name="act" value="preview">{t.preview}</button>
            <SaveDraft page={page} byItself={!typed.isApart} />
          </p>
        </form>
        <WritingHelps page={page} />
        <script type="module" src={page.asset('ask-live.js')} />
        <script type="module" src={page.asset('topic-fields.js')} />
        <p class="more"><a href={page.href('/contact')}>{t.contact}</a></p>
        {page.member?.isStaff && <p class="more"><a href={page.href('/announce')}>{t.announce}</a></p>}
      </div>
    </Layout>
  );
}

/** Words for both kinds, of which the style shows those of the kind that is chosen right now: no script needed. */
function ByKind({ question, discussion }: { question: string; discussion: string }) {
  return <><span class="for-question">{question}</span><span class="for-discussion">{discussion}</span></>;
}

function KindField({ page, chosen }: { page: Page; chosen: AskKind }) {
  const t = page.texts.ask;
  const kinds = [['question', t.kindQuestion], ['discussion', t.kindDiscussion]] as const;
  return (
    <fieldset class="kinds">
      <legend>{t.kindLabel}</legend>
      {kinds.map(([kind, words]) => <label key={kind} class="check"><input type="radio" name="kind" value={kind} checked={kind === chosen} /> {words}</label>)}
    </fieldset>
  );
}

export function CategoryField({ page, offer, chosen, problem }: { page: Page; offer: Places; chosen: string; problem: ProblemParts | null }) {
  const t = page.texts.ask;
  return (
    <Field name="categoryId" label={t.categoryLabel} problem={problem}>
      {(control) => (
        <select {...control}>
          <option value="">{t.categoryChoose}</option>
          {linesOf(treeOf(offer.categories)).map(({ category, depth }) => (
            <option key={category.id} value={category.id} selected={category.id === chosen}>{'\u2003'.repeat(depth) + category.name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function TagsField({ page, offer, typed, problem }: { page: Page; offer: Places; typed: string; problem: ProblemParts | null }) {
  const t = page.texts.ask;
  return (
    <>
      <LineField name="tags" label={t.tagsLabel} hint={t.tagsHint} optional={t.optional} value={typed} problem={problem} list="known-tags" autocomplete="off" autocapitalize="none" />
      <datalist id="known-tags">{offer.tags.map(({ name }) => <option key={name} value={name} />)}</datalist>
      {offer.tags.length > 0 && <p class="field-hint">{t.tagsPopular} {offer.tags.slice(0, 8).map(({ name }) => name).join(', ')}. <a href={page.href('/tags')} target="_blank" rel="noopener">{t.tagsAll}</a></p>}
    </>
  );
}
