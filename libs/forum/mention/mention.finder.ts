import { Injectable } from '@nestjs/common';
import { type Member, memberJson, nameKey } from '#accounts';
import type { Mention, Mentions } from '#platform/content';
import { Database } from '#platform/database';
import { nameKeysIn, namesAt } from './mention.names.js';

export const MENTIONS_MOST = 10; // more is a mailing list
export const LINKS_MOST = 50; // to them all, however often they are named: the rest stays text, or one name four thousand times would be a page of a third of a megabyte

export const NOBODY = '0'; // no member has this key: the author of an imported post may have no account

const NONE: ReadonlyMap<string, string> = new Map();

/** Those whom a text names, as the renderer asks for them; `members`: who stands in the HTML it made. */
export interface FoundMentions extends Mentions {
  readonly members: readonly string[];
}

@Injectable()
export class MentionFinder {
  constructor(private readonly db: Database) {}

  /** One statement for all names in the text, none where it holds no `@`. One's own name is no mention. `former`: members by the key of a name that they had. */
  async in(source: string, authorId: string, former: ReadonlyMap<string, string> = NONE): Promise<FoundMentions> {
    const keys = nameKeysIn(source);
    const rows = keys.length === 0 ? [] : await this.db.prepared<{ id: string; name_key: string }>('select id, name_key from member where name_key = any($1) and id <> $2', [keys, authorId]);
    return foundAmong(new Map([...rows.map((row) => [row.name_key, row.id] as const), ...former]));
  }

  /** Notes who is named in a new post. */
  async keep(postKey: string, members: readonly string[]): Promise<void> {
    if (members.length > 0) await this.db.query('insert into mention (post_id, member_id) select $1, * from unnest($2::bigint[])', [postKey, members]);
  }

  /** The same for a post with another text: who was named before stays as it was. Answers those who were not. */
  async change(postKey: string, members: readonly string[]): Promise<string[]> {
    await this.db.query('delete from mention where post_id = $1 and member_id <> all($2::bigint[])', [postKey, members]);
    if (members.length === 0) return [];
    const added = await this.db.query<{ id: string }>(
      'insert into mention (post_id, member_id) select $1, * from unnest($2::bigint[]) on conflict do nothing returning member_id as id',
      [postKey, members],
    );
    return added.map(({ id }) => id);
  }

  /** The members named in posts, by the post's key, in order of name. */
  async ofPosts(keys: readonly string[]): Promise<Map<string, Member[]>> {
    const rows = await this.db.query<{ key: string; member: Member }>(
      `select m.post_id as key, ${memberJson('a')} as member from mention m join member a on a.id = m.member_id where m.post_id = any($1) order by a.name, a.id`,
      [keys],
    );
    for (const { member } of rows) member.createdAt = new Date(member.createdAt);
    const found = Map.groupBy(rows, (row) => row.key);
    return new Map([...found].map(([key, named]) => [key, named.map(({ member }) => member)]));
  }
}

/** `known`: members by the key of their name. */
export function foundAmong(known: ReadonlyMap<string, string>): FoundMentions {
  const members: string[] = [];
  let links = 0;
  return {
    members,
    at: (text) => {
      if (known.size === 0) return null;
      for (const name of namesAt(text)) {
        const member = known.get(nameKey(name));
        if (member !== undefined) return { member, length: name.length, href: `/m/${member}` };
      }
      return null;
    },
    take: ({ member }: Mention) => {
      if (links === LINKS_MOST) return false;
      if (!members.includes(member)) {
        if (members.length === MENTIONS_MOST) return false;
        members.push(member);
      }
      links += 1;
      return true;
    },
  };
}
