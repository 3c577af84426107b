import { encodeId } from '#platform/database';
import { forum, type Forum } from '../forum.fixture.js';
import { BOOKMARKS_MOST, BookmarkService } from './bookmark.service.js';

describe('bookmarks', () => {
  let f: Forum;
  let bookmarks: BookmarkService;
  beforeAll(async () => {
    f = await forum();
    bookmarks = f.test.context.get(BookmarkService, { strict: false });
  });
  afterAll(() => f.close());

  it('keep a post once, however often at once, up to the limit, and no post that one does not see', async () => {
    const [asker, reader] = await f.members(2);
    const thread = await f.as(asker!).asks();
    const answers: string[] = [];
    for (let i = 0; i < 6; i += 1) answers.push(await f.as(asker!).answers(thread));
    const keep = (post: string, bookmarked = true) => bookmarks.bookmark(reader!, { postId: encodeId('post', post), bookmarked });
    const kept = () => f.db.query('select from bookmark where member_id = $1', [reader!.id]);
    await Promise.all(Array.from({ length: 20 }, () => keep(answers[0]!)));
    expect(await kept()).toHaveLength(1);
    await keep(answers[0]!, false);
    expect(await kept()).toHaveLength(0);
    await f.db.query(
      `with made as (insert into post (thread_id, kind, source, html, renderer) select $2, 'answer', 'x', 'x', 1 from generate_series(1, $3::int) returning id)
       insert into bookmark (member_id, post_id) select $1, id from made`,
      [reader!.id, thread, BOOKMARKS_MOST - 2],
    );
    const outcomes = await Promise.allSettled(answers.map((answer) => keep(answer)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await kept()).toHaveLength(BOOKMARKS_MOST);
    await f.db.query(`update post set state = 'hidden' where id = $1`, [answers[5]]);
    await expect(keep(answers[5]!)).rejects.toThrow('Not found');
  });
});
