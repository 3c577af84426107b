import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Pager } from '../parts/pager.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { tagPath } from '../parts/tag-links.view.js';
import { ThreadList } from '../parts/thread-list.view.js';
import { FollowButton } from './follow-button.view.js';
import type { followingOperation } from './following.operation.js';

export const KINDS = ['thread', 'category', 'tag', 'member'] as const;
export type Kind = (typeof KINDS)[number];

type Followed = ResultOf<typeof followingOperation>['followed'];
type Other = Exclude<Followed['nodes'][number], { __typename: 'Thread' }>;

export function followingPath(kind: Kind): string {
  return kind === 'thread' ? '/following' : `/following?kind=${kind}`;
}

export function FollowingView({ page, kind, followed, problem }: { page: Page; kind: Kind; followed: Followed; problem: ProblemParts | null }) {
  const t = page.texts.following;
  const threads = followed.nodes.flatMap((node) => (node.__typename === 'Thread' ? [node] : []));
  const others = followed.nodes.flatMap((node) => (node.__typename === 'Thread' ? [] : [node]));
  return (
    <Layout page={page} title={t.title} path={followingPath(kind)} hidden>
      <h1>{t.title}</h1>
      <p class="intro">{t.intro} <a href={page.href('/bookmarks')}>{t.toBookmarks}</a></p>
      <ProblemNotice problem={problem} />
      <nav class="filters" aria-label={page.texts.lists.filterLabel}>
        {KINDS.map((each) => <a key={each} href={page.href(followingPath(each))} aria-current={each === kind ? 'page' : undefined}>{t.kinds[each]}</a>)}
      </nav>
      {followed.nodes.length === 0 && <div class="empty"><p>{t.empty[kind]}</p></div>}
      {threads.length > 0 && <ThreadList page={page} threads={threads} heading="h2" />}
      {others.length > 0 && (
        <ul class="followed-list">
          {others.map((node) => (
            <li key={node.id}>
              <Name page={page} node={node} />
              <FollowButton page={page} targetId={node.id} following from={kind} />
            </li>
          ))}
        </ul>
      )}
      <Pager page={page} info={followed.pageInfo} path={followingPath(kind)} />
    </Layout>
  );
}

function Name({ page, node }: { page: Page; node: Other }) {
  switch (node.__typename) {
    case 'Category': return <a href={page.href(`/c/${node.slug}`)}>{node.name}</a>;
    case 'Tag': return <a class="tag" href={page.href(tagPath(node.name))}>{node.name}</a>;
    case 'Member': return <MemberName page={page} member={node} />;
  }
}
