import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Pager } from '../parts/pager.view.js';
import type { Gaps } from './work.view.js';

/** What was searched for in vain, with what comes nearest, and what can be done about it. */
export function Missed({ page, gaps: { nodes, pageInfo }, path }: { page: Page; gaps: Gaps; path: string }) {
  const t = page.texts.work;
  return (
    <>
      <ul class="post-rows">
        {nodes.map(({ id, words, language, searches, people, lastAt, nearest, questions }) => (
          <li key={id} class="gap">
            <h2 class="gap-words" lang={language ?? undefined}>{isOne(words, questions) ? <a href={page.href(questions[0]!.path)}>{words}</a> : <q>{words}</q>}</h2>
            <p class="meta">{searches > 0 && <span>{t.searched(searches)}</span>} {people > 0 && <span>{t.askedBy(people)}</span>} <span>{t.lastSearched} <Moment page={page} at={lastAt} /></span></p>
            {questions.length > 0 && !isOne(words, questions) && (
              <>
                <p>{t.openQuestions}</p>
                <ul>{questions.map((question) => <li key={question.id}><a href={page.href(question.path)} lang={question.language}>{question.title}</a></li>)}</ul>
              </>
            )}
            {questions.length === 0 && <p>{nearest ? <>{t.nearest} <a href={page.href(nearest.path)} lang={nearest.language}>{nearest.title}</a></> : t.nearestNone}</p>}
            <div class="thread-acts">
              <a class="act" href={page.href(`/search?q=${encodeURIComponent(words)}`)}>{t.searchIt}</a>
              {questions.length === 0 && <a class="act" href={page.href(`/ask?title=${encodeURIComponent(words)}`)}>{t.askIt}</a>}
              <a class="act" href={page.href(`/kb/new?kind=article&title=${encodeURIComponent(words)}${questions.length > 0 ? `&for=${questions.map((question) => question.id).join('.')}&topic=${questions[0]!.category.id}` : ''}`)}>{t.writeIt}</a>
              <form method="post" action={page.href('/work/close-gap')} class="act-form">
                <MutationId page={page} />
                <input type="hidden" name="gap" value={id} />
                <button type="submit" class="act" title={t.closeGapHint}>{t.closeGap}</button>
              </form>
            </div>
          </li>
        ))}
      </ul>
      <Pager page={page} info={pageInfo} path={path} />
    </>
  );
}

/** Whether it is just one question: it stands there already. */
function isOne(words: string, questions: Gaps['nodes'][number]['questions']): boolean {
  return questions.length === 1 && questions[0]!.title === words;
}
