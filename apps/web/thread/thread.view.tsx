import { excerpt, plainText } from '#platform/content';
import { feedPath } from '../found/feed.path.js';
import { fieldLabel } from '../fields/field-inputs.view.js';
import type { ResultOf } from '../graphql/document.js';
import { WritingHelps } from '../parts/writing-helps.view.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Breadcrumb, crumbsTo } from '../parts/breadcrumb.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { FollowButton } from '../following/follow-button.view.js';
import { postPath } from '../keeping/post-menu.view.js';
import { StateNotice } from '../keeping/state-notice.view.js';
import { ThreadMenu } from '../keeping/thread-menu.view.js';
import { Share } from '../share/share.view.js';
import { helpingAnswer, SolvedQuestion, SolvedThanks } from '../deflection/solved-question.view.js';
import { TagLinks } from '../parts/tag-links.view.js';
import { AnswerForm, type Begun } from './answer-form.view.js';
import { type Composing, isOffered } from './composing.js';
import { Comments } from './comment-list.view.js';
import { Done } from './done.view.js';
import type { CommentData, PostData } from './post.fragment.js';
import { Post } from './post.view.js';
import { NewAnswers } from './new-answers.view.js';
import { SameProblem } from './same-problem.view.js';
import type { threadOperation } from './thread.operation.js';
import { NoticeState } from './notice-state.view.js';
import { ThreadState } from './thread-state.view.js';
import { threadWords } from './thread.words.js';

export type ThreadData = NonNullable<ResultOf<typeof threadOperation>['thread']>;
type Signpost = NonNullable<ResultOf<typeof threadOperation>['signpost']>;

interface Props {
  page: Page;
  thread: ThreadData;
  categories: ResultOf<typeof threadOperation>['categories'];
  /** An answer that the address names and that is not on this page of the answers. */
  linked: PostData | null;
  /** A thread that became part of this one, and by whose address somebody came. */
  signpost: Signpost | null;
  composing: Composing | null;
  /** What one has begun to answer. */
  begun: Begun;
  saved: boolean;
  /** Of somebody who was about to ask: with which words they came, whether it helped, and whether their question waits among their drafts. */
  opened: { asked: string; solved: boolean; hasDraft: boolean };
  /** Whether to offer what its category asks for besides. */
  more: boolean;
  /** What one has just done to all of it. */
  done: string;
}

export function ThreadView({ page, thread, categories, linked, signpost, composing, begun, opened, saved, more, done }: Props) {
  const t = threadWords(page, thread.kind);
  const post = { page, thread, composing };
  const isQuestion = thread.kind === 'question';
  const cameTo = signpost?.opening ?? null;
  const key = thread.id.replace('thr_', '');
  const askWhetherSolved = opened.solved ? <SolvedThanks page={page} answer={helpingAnswer(thread)} hasDraft={opened.hasDraft} heading="h3" /> : opened.asked && !isAsker(page, thread) ? <SolvedQuestion page={page} at={`/t/${key}`} opened={key} asked={opened.asked} heading="h3" /> : null;
  const helping = askWhetherSolved && helpingAnswer(thread);
  const isInPlace = cameTo !== null && thread.opening !== null && thread.opening.firstComments.some(({ id }) => id === cameTo.id);
  return (
    <Layout page={page} title={thread.title} path={thread.path} hidden={askWhetherSolved !== null} feed={feedPath(`/t/${key}`)} {...(isQuestion ? { type: 'QAPage' as const } : {})} {...(thread.opening ? { description: excerpt(plainText(thread.opening.html.slice(0, BEGINNING * 10)), BEGINNING) || thread.title } : {})}>
      <Breadcrumb page={page} crumbs={crumbsTo(categories, thread.category.id)} />
      <div class="thread" {...(isQuestion ? { itemprop: 'mainEntity', itemscope: true, itemtype: 'https://schema.org/Question' } : {})}>
        <header class="thread-head">
          <Done page={page} thread={thread} done={done} />
          <h1 lang={thread.language} itemprop={isQuestion ? 'name' : undefined}>{thread.title}</h1>
        </header>
        <aside class="thread-side" aria-label={t.side}>
          {thread.notice && <NoticeState page={page} thread={thread} notice={thread.notice} />}
          <ThreadState page={page} thread={thread} />
          <Became page={page} thread={thread} />
          <div class="thread-acts" id="thread-acts">
            <FollowButton page={page} targetId={thread.id} following={thread.viewer.following} />
            <Share page={page} title={thread.title} path={thread.path} />
            <ThreadMenu page={page} thread={thread} />
          </div>
          {thread.fields.length > 0 && (
            <dl class="thread-fields">{thread.fields.map((field) => <div key={field.key}><dt>{fieldLabel(page, field)}</dt><dd>{field.value}</dd></div>)}</dl>
          )}
          <TagLinks page={page} tags={thread.tags} />
        </aside>
        <div class="thread-main">
          {thread.opening && <StateNotice page={page} post={thread.opening} whole={thread.kind} />}
          {composing?.kind === 'act' && <ProblemNotice problem={composing.problem} />}
          {more && thread.opening && isAsker(page, thread) && <MoreAsked page={page} opening={thread.opening} />}
          {signpost && !isInPlace && <CameBy page={page} thread={thread} comment={cameTo} />}
          {thread.opening && <Post {...post} post={thread.opening} {...(isInPlace ? { cameTo: cameTo.id } : {})} acts={<SameProblem page={page} thread={thread} />} />}
          <section id="answers" aria-labelledby="answers-title">
            <h2 id="answers-title"><data value={String(thread.answerCount)} itemprop={isQuestion ? 'answerCount' : undefined}>{thread.answerCount > 0 ? t.answers(thread.answerCount) : t.noAnswers}</data></h2>
            {thread.answerCount === 0 && !thread.closed && isOffered(thread.viewer.canAnswer, thread) && <p class="empty">{isAsker(page, thread) ? t.noAnswersAsker : t.noAnswersHint}</p>}
            {linked && (
              <div class="linked-post">
                <p class="linked-post-word">{t.linkedPost}</p>
                <Post {...post} post={linked} />
              </div>
            )}
            {thread.answers.nodes.map((answer) => <>{<Post key={answer.id} {...post} post={answer} />}{answer === helping && askWhetherSolved}</>)}
            {!helping && askWhetherSolved}
            <Pager page={page} info={thread.answers.pageInfo} path={thread.path} anchor="#answers" />
            <NewAnswers page={page} thread={thread} />
          </section>
          <AnswerForm page={page} thread={thread} composing={composing} begun={begun} saved={saved} />
          <WritingHelps page={page} />
        </div>
      </div>
    </Layout>
  );
}

/** For whoever has sent it without seeing what may be said besides. */
function MoreAsked({ page, opening }: { page: Page; opening: PostData }) {
  const t = page.texts.fields;
  return <Notice kind="done"><p>{t.more} <a href={page.href(`${postPath(opening.id)}/edit`)}>{t.moreLink}</a></p></Notice>;
}

/** What stood at an address that leads here now, where the page itself does not show it: there are many comments, or it is out of sight. */
function CameBy({ page, thread, comment }: { page: Page; thread: ThreadData; comment: CommentData | null }) {
  if (!comment) return <Notice kind="hint"><p>{page.texts.merging.cameByUnseen}</p></Notice>;
  return <Comments page={page} comments={[comment]} language={thread.language} cameTo={comment.id} />;
}

/** What the company made of its answers. */
function Became({ page, thread: { knowledge } }: { page: Page; thread: ThreadData }) {
  const t = page.texts.knowledge;
  if (knowledge.length === 0) return null;
  return <ul class="became">{knowledge.map(({ id, kind, state, isPublic, title, path, language }) => <li key={id}><span class="meta">{t.kinds[kind]}{!isPublic && <> ({t.states[state]})</>}:</span> <a href={page.href(path)} lang={language}>{title}</a></li>)}</ul>;
}

function isAsker(page: Page, { author }: ThreadData): boolean {
  return page.member !== null && author?.id === `mem_${page.member.key}`;
}

const BEGINNING = 155; // letters: search engines show no more
