// The floor, a process of its own: the least that answering costs here. Plain node:http, one SQL statement, its rows as JSON.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const POST = `json_build_object('id', p.id, 'html', p.html, 'score', p.score, 'official', p.official, 'createdAt', p.created_at, 'author', json_build_object('id', a.id, 'name', a.name, 'role', a.role))`;

const THREAD = `
  select t.id, t.title, t.slug, t.answer_count, t.solved, t.accepted_post_id, json_build_object('slug', c.slug, 'name', c.name) as category,
    array(select g.name from thread_tag tt join tag g on g.id = tt.tag_id where tt.thread_id = t.id) as tags,
    (select ${POST} from post p left join member a on a.id = p.author_id where p.thread_id = t.id and p.kind = 'opening') as opening,
    (select json_agg(found.post) from (select ${POST} as post from post p left join member a on a.id = p.author_id
       where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible' order by p.official desc, p.score desc, (-p.id) desc limit 21) found) as answers
  from thread t join category c on c.id = t.category_id where t.id = $1 and t.state = 'visible'`;

const LIST = `
  select t.id, t.title, t.slug, t.answer_count, t.solved, t.last_activity_at, json_build_object('slug', c.slug, 'name', c.name) as category, json_build_object('id', a.id, 'name', a.name) as author,
    array(select g.name from thread_tag tt join tag g on g.id = tt.tag_id where tt.thread_id = t.id) as tags
  from thread t join category c on c.id = t.category_id left join member a on a.id = t.author_id
  where t.state = 'visible' and (t.last_activity_at, t.id) < (coalesce($1::timestamptz, 'infinity'), 9223372036854775807) order by t.last_activity_at desc, t.id desc limit 21`;

const server = createServer((request, response) => {
  const [, kind, value = ''] = request.url!.split('/');
  const asked = kind === 'thread' ? pool.query({ name: 'thread', text: THREAD, values: [value] }) : pool.query({ name: 'list', text: LIST, values: [value ? decodeURIComponent(value) : null] });
  asked.then(
    ({ rows }) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: rows })),
    (error: Error) => { response.statusCode = 500; response.end(error.message); },
  );
});

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
