import { DraftSaved, SaveDraft } from '../drafts/save-draft.view.js';
import { FilesField } from '../files/files-field.view.js';
import { AgreeField } from '../legal/agree.view.js';
import type { Page } from '../page/visit.js';
import { TextField } from '../parts/field.view.js';
import { MarkdownHelp } from '../parts/markdown-help.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Preview } from '../parts/preview.view.js';
import { WithSummary } from '../parts/problem-summary.view.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import { Writing } from '../screening/writing.view.js';
import { type Composing, isOffered } from './composing.js';
import { threadWords } from './thread.words.js';
import type { ThreadData } from './thread.view.js';

/** With what an answer begins before anybody types: their draft and when it was saved, and what is quoted. */
export interface Begun {
  text: string;
  at: string | undefined;
  quote: string | undefined;
}

/** At the end of the answers, where the thought arises. Guests may write, too: they sign in when they send. */
export function AnswerForm({ page, thread, composing, begun, saved }: { page: Page; thread: ThreadData; composing: Composing | null; begun: Begun; saved: boolean }) {
  const t = threadWords(page, thread.kind);
  const own = composing?.kind === 'answer' ? composing : null;
  // the notice above says why; what was typed before it was closed comes back all the same
  if (!own && !isOffered(thread.viewer.canAnswer, thread)) return null;
  // askers wait for others' answers, and may still write one
  const isFolded = thread.kind === 'question' && page.member !== null && thread.author?.id === `mem_${page.member.key}` && !own && !saved && begun.text === '';
  const title = <h2 id="your-answer-title">{isFolded ? t.answerOwn : t.yourAnswer}</h2>;
  const form = (
    <form method="post" enctype="multipart/form-data" action={page.href(`/t/${thread.id.replace('thr_', '')}/answer#your-answer`)} data-draft-at={own ? undefined : begun.at} data-quote={begun.quote}>
      <WithSummary>
        {saved && <DraftSaved page={page} />}
        <SendingNotice page={page} problem={own?.problem} masked={own?.masked} confirmed={own?.confirmed} />
        {own && own.preview !== null && <Preview page={page} html={own.preview} />}
        <MutationId page={page} />
        <AgreeField page={page} />
        <Writing page={page} fresh={!own && begun.text === ''} />
        <TextField tools name="body" label={t.answerLabel} rows={8} value={own?.body ?? begun.text} problem={own?.problem} {...(page.member ? (thread.closed ? { hint: t.answerClosed } : {}) : { hint: t.answerGuest })} />
        <MarkdownHelp page={page} />
        <FilesField page={page} prefix="answer-" problem={own?.problem} lost={own?.lostFiles && !page.member} />
        <p class="form-acts">
          <button type="submit" class="button">{t.answerSend}</button>
          <button type="submit" class="button button-quiet" name="act" value="preview">{page.texts.ask.preview}</button>
          <SaveDraft page={page} />
        </p>
      </WithSummary>
    </form>
  );
  return (
    <section class="answer-form" id="your-answer" aria-labelledby="your-answer-title" {...(own?.problem ? { tabindex: -1 } : {})}>
      {isFolded ? <details><summary class="button button-quiet">{title}</summary>{form}</details> : <>{title}{form}</>}
    </section>
  );
}
