import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { NoticeData } from '../parts/service-notices.view.js';
import { answersWord, ThreadBadges, type ThreadRowData } from '../parts/thread-list.view.js';
import type { targetOperation } from './merging.operation.js';

type Result = ResultOf<typeof targetOperation>;
type Source = NonNullable<Result['thread']>;
type Other = NonNullable<Result['other']>;

interface Props {
  page: Page;
  act: 'merge' | 'duplicate';
  thread: Source;
  typed: Fields;
  other: Other | null;
  /** What is wrong with the thread that was looked for. */
  fault: 'missing' | 'itself' | 'nothingTyped' | null;
  found: readonly ThreadRowData[] | null;
  /** What is out of order right now, of which a question may be told. */
  notices: readonly NoticeData[];
  problem: ProblemParts | null;
}

const TAGS_MOST = 5;

/** Which other thread, and what will happen then. */
export function TargetView({ page, act, thread, typed, other, fault, found, notices, problem }: Props) {
  const t = page.texts.merging;
  const words = t[act];
  const path = `/t/${thread.id.replace('thr_', '')}/${act}`;
  return (
    <Layout page={page} title={words.title} path={path} hidden>
      <div class="reading">
        <h1>{words.title}</h1>
        <p class="intro">{words.intro}</p>
        <p><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>
        <ProblemNotice problem={problem?.__typename === 'InvalidInput' ? null : problem} />
        {problem?.__typename === 'InvalidInput' && !fault && problem.fields.map(({ field, message }) => <Notice key={field} kind="problem"><p>{message}</p></Notice>)}
        <form method="get" action={page.href(path)}>
          <LineField name="target" label={words.target} hint={t.targetHint} value={typed['target'] ?? ''} problem={fault && faultAtTarget(t[fault])} autocomplete="off" />
          <p class="form-acts">
            <button type="submit" class="button button-quiet">{t.look}</button>
            {!other && <a class="button button-quiet" href={page.href(thread.path)}>{t.keep}</a>}
          </p>
        </form>
        {notices.length > 0 && <Notices page={page} path={path} notices={notices} />}
        {found && <Found page={page} path={path} found={found} />}
        {other && <Preview page={page} act={act} path={path} thread={thread} other={other} note={typed['note'] ?? ''} />}
      </div>
    </Layout>
  );
}

function faultAtTarget(message: string): ProblemParts {
  return { __typename: 'InvalidInput', code: 'InvalidInput', message, fields: [{ field: 'target', message }] };
}

function Found({ page, path, found }: { page: Page; path: string; found: readonly ThreadRowData[] }) {
  const t = page.texts.merging;
  return (
    <section class="suggestions" aria-labelledby="found-title">
      <h2 id="found-title">{found.length > 0 ? t.found : t.foundNone}</h2>
      <ul>
        {found.map((hit) => (
          <li key={hit.id}>
            <a href={page.href(`${path}?target=${hit.id.replace('thr_', '')}`)} lang={hit.language}>{hit.title}</a>
            <p class="meta"><ThreadBadges page={page} thread={hit} /> <span>{answersWord(page, hit)}</span></p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notices({ page, path, notices }: Pick<Props, 'page' | 'notices'> & { path: string }) {
  const t = page.texts.merging.duplicate;
  return (
    <section class="suggestions" aria-labelledby="notices-title">
      <h2 id="notices-title">{t.notices}</h2>
      <p class="field-hint">{t.noticesHint}</p>
      <ul>
        {notices.map(({ id, title, language, notice }) => (
          <li key={id}>
            <a href={page.href(`${path}?target=${id.replace('thr_', '')}`)} lang={language}>{title}</a>
            {notice && <p class="meta"><span class="badge badge-waiting">{page.texts.notices.kinds[notice.kind]}</span> <span lang={language}>{notice.affected}</span></p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preview({ page, act, path, thread, other, note }: { page: Page; act: 'merge' | 'duplicate'; path: string; thread: Source; other: Other; note: string }) {
  const t = page.texts.merging;
  return (
    <section class="card" aria-labelledby="what-happens">
      <h2 id="what-happens">{t.whatHappens}</h2>
      <p><a href={page.href(other.path)} lang={other.language}>{other.title}</a> <span class="meta">{other.category.name}, {answersWord(page, other)}</span></p>
      <ul>
        {(act === 'merge' ? mergeSteps(page, thread, other) : duplicateSteps(page, other)).map((step) => <li key={step}>{step}</li>)}
      </ul>
      <form method="post" action={page.href(path)}>
        <MutationId page={page} />
        <input type="hidden" name="target" value={other.id.replace('thr_', '')} />
        <LineField name="note" label={t.note} hint={t.noteHint} optional={page.texts.ask.optional} value={note} autocomplete="off" />
        <p class="form-acts">
          <button type="submit" class="button">{t[act].send}</button>
          <a class="button button-quiet" href={page.href(thread.path)}>{t.keep}</a>
        </p>
      </form>
    </section>
  );
}

function mergeSteps(page: Page, thread: Source, other: Other): string[] {
  const t = page.texts.merging.merge;
  const dropped = thread.tags.filter((tag) => !other.tags.includes(tag)).length + other.tags.length - TAGS_MOST;
  return [
    t.answers(thread.answerCount),
    t.opening,
    ...(thread.hasAccepted && other.hasAccepted ? [t.acceptedStays] : thread.hasAccepted ? [t.acceptedComes] : []),
    t.people,
    ...(dropped > 0 ? [t.tags(dropped)] : []),
    t.address,
    t.forGood,
  ];
}

function duplicateSteps(page: Page, { closeReason, duplicateOf, notice }: Other): string[] {
  const t = page.texts.merging.duplicate;
  return [t.closes, ...(closeReason === 'duplicate' && duplicateOf ? [t.further(duplicateOf.title)] : []), notice?.ongoing ? t.followersNotice : t.followers, t.undo];
}
