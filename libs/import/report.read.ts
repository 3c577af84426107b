import type { ImportReport } from './import.report.js';
import type { ImportRun } from './import.run.js';

/** Counted in the database, so that an import in three runs reports the same as one in a single run. */
export async function reportOf(run: ImportRun, alreadyDone: boolean): Promise<ImportReport> {
  const seconds = run.seconds;
  const { rows } = await run.client.query<Record<string, string>>(COUNTS, [run.source, run.categoryId]);
  const found = rows[0]!;
  const number = (name: string) => Number(found[name]);
  return {
    source: run.source,
    category: found['category']!,
    members: number('members'),
    questions: number('questions'),
    answers: number('answers'),
    comments: number('comments'),
    votesUp: number('votes_up'),
    votesDown: number('votes_down'),
    accepted: number('accepted'),
    closed: number('closed'),
    duplicates: number('duplicates'),
    tags: number('tags'),
    skipped: run.skipped,
    skippedRows: run.skippedRows,
    alreadyDone,
    postsWritten: run.postsWritten,
    seconds,
    postsPerSecond: run.postsWritten / seconds,
  };
}

const COUNTS = `
  select (select slug from category where id = $2) as category,
    (select count(*) from member where imported_from = $1) as members,
    (select done_rows from import_progress where source = $1 and step = 'tags') as tags, -- the rows of Tags.xml: a tag is everybody's and does not know where it came from
    t.*, p.*
  from (
    select count(*) as questions, count(accepted_post_id) as accepted, count(closed_at) as closed, count(duplicate_of) as duplicates
    from thread where imported_from = $1
  ) t, (
    select count(*) filter (where kind = 'answer') as answers, count(*) filter (where kind = 'comment') as comments,
      coalesce(sum(imported_up) filter (where kind <> 'comment'), 0) as votes_up, coalesce(sum(imported_down), 0) as votes_down
    from post where imported_from = $1
  ) p`;
