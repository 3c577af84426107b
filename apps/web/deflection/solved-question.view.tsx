import { formOf } from '../drafts/save-draft.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import type { PostData } from '../thread/post.fragment.js';
import type { ThreadData } from '../thread/thread.view.js';
import { askAfterPath } from './opened.js';

interface QuestionProps {
  page: Page;
  /** The address of what was opened, by its number alone: what is said is sent below it. */
  at: string;
  /** The same as the ask form carries it. */
  opened: string;
  asked: string;
  heading: 'h2' | 'h3';
}

interface ThanksProps {
  page: Page;
  /** The one that helped, where one is known. */
  answer: Pick<PostData, 'author' | 'authorName'> | null;
  hasDraft: boolean;
  heading: 'h2' | 'h3';
}

/** The answer that is said to have helped: what the program counts it for (libs/knowledge/deflection). */
export function helpingAnswer({ answers: { nodes } }: ThreadData) {
  return nodes.find(({ accepted }) => accepted) ?? nodes.find(({ official }) => official) ?? null;
}

/** For whoever was about to ask: right below the answer that counts, or below all of them; below an article or an FAQ entry. */
export function SolvedQuestion({ page, at, opened, asked, heading: Heading }: QuestionProps) {
  const t = page.texts.deflection;
  return (
    <section class="solved-question" id="solved" aria-labelledby="solved-question-title">
      <Heading id="solved-question-title">{t.question}</Heading>
      <p class="field-hint">{t.asked} <q>{asked}</q></p>
      <asked-here class="form-acts" data-to={`${at}/opened`} data-asked={asked}>
        <form method="post" action={page.href(`${at}/solved`)}>
          <MutationId page={page} />
          <input type="hidden" name="asked" value={asked} />
          <button type="submit" class="button">{t.yes}</button>
        </form>
        <a class="button button-quiet" href={page.href(askAfterPath(asked, opened))} rel="nofollow">{t.no}</a>
      </asked-here>
      <script type="module" src={page.asset('asked-here.js')} />
    </section>
  );
}

/** The word of thanks; and what was typed is not needed any more. */
export function SolvedThanks({ page, answer, hasDraft, heading: Heading }: ThanksProps) {
  const t = page.texts.deflection;
  return (
    <section class="solved-question solved-thanks" id="solved" aria-labelledby="solved-thanks-title" role="status" tabindex={-1}>
      <Heading id="solved-thanks-title">{t.thanks}</Heading>
      <p>{answer ? <>{t.thanksTo} <MemberName page={page} member={answer.author} name={answer.authorName} />.</> : t.thanksAll}</p>
      {hasDraft && (
        <form method="post" action={page.href('/drafts/discard')} data-discards={formOf('ask')}>
          <MutationId page={page} />
          <input type="hidden" name="place" value="ask" />
          <p class="field-hint">{t.draft}</p>
          <p class="form-acts"><button type="submit" class="button button-quiet">{t.discard}</button></p>
        </form>
      )}
      {!page.member && <forget-typed data-said={t.typed} data-discard={t.discard} data-done={t.discarded} />}
      {!page.member && <script type="module" src={page.asset('forget-typed.js')} />}
    </section>
  );
}

/** How many it has helped, for those who come next. */
export function SolvedFor({ page, thread: { solvedFor } }: { page: Page; thread: ThreadData }) {
  return solvedFor > 0 ? <p class="solved-for">{page.texts.deflection.solvedFor(solvedFor)}</p> : null;
}
