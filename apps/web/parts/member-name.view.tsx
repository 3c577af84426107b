import { type FragmentOf, graphql } from '../graphql/document.js';
import type { Page } from '../page/visit.js';

export const memberParts = graphql(`
  fragment MemberParts on Member { id name role }
`);

interface Props {
  page: Page;
  member: FragmentOf<typeof memberParts> | null;
  /** The name of an author who has no account here. */
  name?: string | null;
  /** Whether it is told to search engines whose work this is. */
  isAuthor?: boolean;
}

const AUTHOR = { itemprop: 'author', itemscope: true, itemtype: 'https://schema.org/Person' };

/** A name, and outside of it, where no name can reach, what the person is here. */
export function MemberName({ page, member, name, isAuthor = false }: Props) {
  const [author, url, called] = isAuthor ? [AUTHOR, 'url', 'name'] : [{}];
  if (!member) return <span {...author}><bdi class="member-name" itemprop={called}>{name ?? page.texts.lists.formerly}</bdi></span>;
  const { roles, roleHints } = page.texts.people;
  return (
    <span class="member" {...author}>
      <a class="member-name" href={page.href(memberPath(member))} itemprop={url}><bdi itemprop={called}>{member.name}</bdi></a>
      {roles[member.role] && <span class={`role role-${member.role}`} title={roleHints[member.role]}>{roles[member.role]}</span>}
    </span>
  );
}

export function memberPath({ id }: { id: string }): string {
  return `/m/${id.replace('mem_', '')}`;
}
