import { CategoryField, TagsField } from '../ask/ask.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Field, LineField, TextField } from '../parts/field.view.js';
import { MarkdownHelp } from '../parts/markdown-help.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Preview } from '../parts/preview.view.js';
import { Prose } from '../parts/prose.view.js';
import { WritingHelps } from '../parts/writing-helps.view.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import type { Entry } from './entry.view.js';
import type { entryFormOperation } from './knowledge.operation.js';

interface Props {
  page: Page;
  kind: 'article' | 'faq';
  /** Null where it is a new one. */
  entry: Entry | null;
  /** What it is to be a translation of. */
  original: NonNullable<ResultOf<typeof entryFormOperation>['original']> | null;
  categories: ResultOf<typeof entryFormOperation>['categories'];
  tags: ResultOf<typeof entryFormOperation>['tags'];
  typed: Fields;
  problem: ProblemParts | null;
  preview: string | null;
  masked: boolean;
}

export function EntryFormView({ page, kind, entry, original, categories, tags, typed, problem, preview, masked }: Props) {
  const t = page.texts.knowledge;
  const value = (name: string) => typed[name] ?? '';
  const path = entry ? `/kb/${entry.id.replace('kno_', '')}/edit` : '/kb/new';
  const title = entry ? t.editTitle : t.newTitles[kind];
  return (
    <Layout page={page} title={title} path={path} hidden>
      <div class="reading">
        <h1>{title}</h1>
        <p class="intro">{entry?.publishedAt ? t.editIntro : t.draftIntro[page.member?.isStaff ? 'staff' : 'superUser']}</p>
        {entry && entry.sources.length > 0 && <Notice kind="hint"><p>{t.fromAnswer} {entry.sources.map(({ post, thread }) => <a key={post.id} href={page.href(`${thread.path}?post=${post.id}#${post.id}`)} lang={thread.language}>{thread.title}</a>)}</p></Notice>}
        {original && (
          <details class="card" open>
            <summary>{t.translationOf} <a href={page.href(original.path)} lang={original.language}>{original.title}</a></summary>
            <Prose page={page} html={original.html} language={original.language} />
          </details>
        )}
        <form class="ask-form" method="post" action={page.href(path)}>
          <SendingNotice page={page} problem={problem} masked={masked} confirmed={confirmationIn(typed)} />
          {entry && problem?.code === 'Conflict' && <p><a href={page.href(entry.path)} target="_blank" rel="noopener">{t.nowThere}</a></p>}
          <MutationId page={page} />
          {entry ? <input type="hidden" name="basedOn" value={value('basedOn')} /> : <input type="hidden" name="kind" value={kind} />}
          {value('take') === '1' && entry?.sourceUpdate && <TakenOver page={page} update={entry.sourceUpdate} language={entry.language} chosen={value('chosen')} />}
          {!entry && value('for') && <input type="hidden" name="for" value={value('for')} />}
          {!entry && value('original') && <input type="hidden" name="original" value={value('original')} />}
          <LineField name="title" label={t.titleLabels[kind]} hint={kind === 'faq' ? t.titleHint : undefined} value={value('title')} problem={problem} autocomplete="off" />
          <TextField tools name="text" label={t.textLabels[kind]} rows={kind === 'faq' ? 8 : 18} value={value('text')} problem={problem} />
          <MarkdownHelp page={page} />
          {preview !== null && <Preview page={page} html={preview} />}
          <CategoryField page={page} offer={{ categories, tags: [] }} chosen={value('categoryId')} problem={problem} />
          <TagsField page={page} offer={{ categories: [], tags }} typed={value('tags')} problem={problem} />
          {!entry && (
            <Field name="language" label={t.languageLabel} problem={problem}>
              {(control) => <select {...control}>{(['de', 'en'] as const).map((each) => <option key={each} value={each} selected={value('language') === each}>{t.languages[each]}</option>)}</select>}
            </Field>
          )}
          <p class="form-acts">
            <button type="submit" class="button" name="act" value="send">{entry?.publishedAt ? t.saveChange : t.saveDraft}</button>
            <button type="submit" class="button button-quiet" name="act" value="preview">{page.texts.ask.preview}</button>
            {entry && <a class="button button-quiet" href={page.href(entry.path)}>{t.back}</a>}
          </p>
        </form>
        <WritingHelps page={page} />
      </div>
    </Layout>
  );
}

/** What stands in the form is not what anybody wrote: what was changed in the answer is in it, and where both have changed the same place, one chooses. */
function TakenOver({ page, update: { conflicts }, language, chosen }: { page: Page; update: NonNullable<Entry['sourceUpdate']>; language: string; chosen: string }) {
  const t = page.texts.knowledge;
  return (
    <section class="card taken-over" aria-labelledby="taken-over-title">
      <input type="hidden" name="take" value="1" />
      <input type="hidden" name="chosen" value={chosen} />
      <h2 id="taken-over-title">{t.takenOver}</h2>
      <p>{conflicts.length === 0 ? t.takenOverAll : t.takenOverBut(conflicts.length)}</p>
      {conflicts.map(({ own, source }, n) => (
        <div key={n}>
          <dl>
            <dt>{t.conflictOwn}</dt>
            <dd lang={language}>{own || t.conflictNothing}</dd>
            <dt>{t.conflictSource}</dt>
            <dd lang={language}>{source || t.conflictNothing}</dd>
          </dl>
          {chosen.split(' ').includes(String(n)) ? <p role="status">{t.conflictChosen}</p> : <button type="submit" class="button button-quiet" name="act" value={`choose.${n}`}>{t.conflictChoose}</button>}
        </div>
      ))}
    </section>
  );
}
