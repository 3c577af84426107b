import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField, TextField } from '../parts/field.view.js';
import { MarkdownHelp } from '../parts/markdown-help.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { WritingHelps } from '../parts/writing-helps.view.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import type { Entry } from './entry.view.js';

interface Props {
  page: Page;
  entry: Entry;
  typed: Record<string, string>;
  /** The ids of the threads that were chosen. */
  chosen: readonly string[];
  problem: ProblemParts | null;
  masked: boolean;
}

/** Of an entry that answers two questions: what becomes one of its own. */
export function SplitView({ page, entry, typed, chosen, problem, masked }: Props) {
  const t = page.texts.knowledge;
  const path = splitPath(entry);
  return (
    <Layout page={page} title={t.split} path={path} hidden>
      <div class="reading">
        <p class="meta"><a href={page.href(entry.path)} lang={entry.language}>{entry.title}</a></p>
        <h1>{t.split}</h1>
        <p class="intro">{t.splitIntro}</p>
        <form class="ask-form" method="post" action={page.href(path)}>
          <SendingNotice page={page} problem={problem} masked={masked} confirmed={confirmationIn(typed)} />
          <MutationId page={page} />
          <input type="hidden" name="basedOn" value={typed['basedOn'] ?? ''} />
          <LineField name="title" label={t.titleLabels[entry.kind]} value={typed['title'] ?? ''} problem={problem} autocomplete="off" />
          <TextField tools name="text" label={t.textLabels[entry.kind]} rows={12} value={typed['text'] ?? ''} problem={problem} />
          <MarkdownHelp page={page} />
          {threadsOf(entry).length > 0 && (
            <fieldset class="card">
              <legend>{t.splitQuestions}</legend>
              <p class="field-hint">{t.splitQuestionsHint}</p>
              {threadsOf(entry).map(({ id, title, language }) => <label key={id} class="check"><input type="checkbox" name={`with.${id}`} value="yes" checked={chosen.includes(id)} /> <span lang={language}>{title}</span></label>)}
            </fieldset>
          )}
          <p class="form-acts">
            <button type="submit" class="button" name="act" value="send">{t.splitSave}</button>
            <a class="button button-quiet" href={page.href(entry.path)}>{t.back}</a>
          </p>
        </form>
        <WritingHelps page={page} />
      </div>
    </Layout>
  );
}

export function splitPath({ id }: { id: string }): string {
  return `/kb/${id.replace('kno_', '')}/split`;
}

/** What it answers, and where it was made from: each thread once. */
function threadsOf({ questions, sources }: Entry): { id: string; title: string; language: string }[] {
  return [...new Map([...questions, ...sources.map(({ thread }) => thread)].map((thread) => [thread.id, thread])).values()];
}
