import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { askedAsOperation } from './work.operation.js';
import type { DeflectedData } from './work.view.js';

type Opened = Pick<DeflectedData['nodes'][number], 'thread' | 'entry'>;
type AskedAs = ResultOf<typeof askedAsOperation>['askedAs'];

/** What people opened while they were about to ask, and what became of it; what helped most first. */
export function DeflectedView({ page, deflected: { confirmed, likely, failed, nodes, pageInfo }, path }: { page: Page; deflected: DeflectedData; path: string }) {
  const t = page.texts.deflected;
  return (
    <>
      <dl class="deflected-numbers">
        {([['confirmed', confirmed], ['likely', likely], ['failed', failed]] as const).map(([outcome, count]) => <div key={outcome}><dt>{t.outcomes[outcome]}</dt><dd>{page.texts.number(count)}</dd></div>)}
      </dl>
      <p><a class="button button-quiet" href={page.href(askedAsPath(null))}>{t.allWords}</a></p>
      <ul class="post-rows">
        {nodes.map((each) => (
          <li key={ofOpened(each)}>
            <h2><OpenedLink page={page} opened={each} /></h2>
            <p class="meta">{(['confirmed', 'likely', 'failed'] as const).map((outcome) => each[outcome] > 0 && <span key={outcome}>{t[outcome](each[outcome])}</span>)} <a href={page.href(askedAsPath(ofOpened(each)))}>{t.words}</a></p>
          </li>
        ))}
      </ul>
      <Pager page={page} info={pageInfo} path={path} />
    </>
  );
}

interface AskedAsProps {
  page: Page;
  /** What led to one thread or entry; null for all. */
  of: string | null;
  asked: AskedAs;
  problem: ProblemParts | null;
  /** One was struck right now. */
  struck: boolean;
}

/** In which words people came: search learns from those whom it helped, so what does not belong there is struck. */
export function AskedAsView({ page, of, asked: { nodes, pageInfo }, problem, struck }: AskedAsProps) {
  const t = page.texts.deflected;
  return (
    <Layout page={page} title={t.words} path={askedAsPath(of)} hidden>
      <p class="meta"><a href={page.href('/work?list=deflected')}>{page.texts.work.names.deflected}</a></p>
      <h1>{t.words}</h1>
      <p class="intro">{t.wordsIntro}</p>
      <ProblemNotice problem={problem} />
      {struck && <Notice kind="done"><p>{t.struck}</p></Notice>}
      {of !== null && nodes[0] && <p><OpenedLink page={page} opened={nodes[0]} /></p>}
      {nodes.length === 0 && <div class="empty"><p>{t.wordsNone}</p></div>}
      <ul class="post-rows">
        {nodes.map(({ id, words, outcome, createdAt, ...opened }) => (
          <li key={id} class="gap">
            <p class="gap-words"><q>{words}</q></p>
            <p class="meta"><span>{t.outcomes[outcome]}</span> <Moment page={page} at={createdAt} /> {of === null && <OpenedLink page={page} opened={opened} />}</p>
            <form method="post" action={page.href('/work/strike')} class="act-form">
              <MutationId page={page} />
              <input type="hidden" name="words" value={id} />
              <input type="hidden" name="of" value={of ?? ''} />
              <button type="submit" class="act" title={t.strikeHint}>{t.strike}</button>
            </form>
          </li>
        ))}
      </ul>
      <Pager page={page} info={pageInfo} path={askedAsPath(of)} />
    </Layout>
  );
}

export function askedAsPath(of: string | null): string {
  return of === null ? '/work/asked' : `/work/asked?of=${of}`;
}

/** As the address of its words names it. */
function ofOpened({ thread, entry }: Opened): string {
  return (entry ?? thread)?.id ?? '';
}

function OpenedLink({ page, opened: { thread, entry } }: { page: Page; opened: Opened }) {
  const to = entry ?? thread;
  return to && <a href={page.href(to.path)} lang={to.language}>{to.title}</a>;
}
