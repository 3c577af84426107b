import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Breadcrumb } from '../parts/breadcrumb.view.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { basedOnIn, Present } from '../parts/present.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';

export interface PatternLine {
  nameDe: string;
  nameEn: string;
  pattern: string;
  example: string;
}

export interface TypedPatterns {
  patterns: readonly PatternLine[];
  basedOn: string;
}

export const PATTERNS_MOST = 20; // as the API takes them
const NEW_LINES = 2;
const EMPTY: PatternLine = { nameDe: '', nameEn: '', pattern: '', example: '' };

interface Props {
  page: Page;
  list: { version: number; patterns: readonly PatternLine[] };
  /** What was sent and refused. */
  typed: TypedPatterns | null;
  problem: ProblemParts | null;
  done: boolean;
}

export function PatternsView({ page, list, typed, problem, done }: Props) {
  const t = page.texts.privateData;
  const lines = typed?.patterns ?? list.patterns;
  const shown = [...lines, ...Array.from({ length: NEW_LINES }, () => EMPTY)].slice(0, PATTERNS_MOST);
  return (
    <Layout page={page} title={t.patternsTitle} path="/admin/private-data" hidden>
      <Breadcrumb page={page} crumbs={[{ name: page.texts.admin.title, path: '/admin' }]} />
      <div class="reading">
        <h1>{t.patternsTitle}</h1>
        {done && <Notice kind="done"><p>{page.texts.admin.done}</p></Notice>}
        <p class="intro">{t.patternsIntro}</p>
        <p>{t.patternsHow}</p>
        {lines.length === 0 && <p class="empty">{t.patternsNone}</p>}
        <form method="post" action={page.href('/admin/private-data')} class="private-patterns">
          <ProblemNotice problem={problem} />
          <Present page={page} problem={problem} lines={list.patterns.map((line) => [line[page.language === 'de' ? 'nameDe' : 'nameEn'], `${line.pattern} (${line.example})`])} />
          <MutationId page={page} />
          <input type="hidden" name="basedOn" value={basedOnIn(problem, typed, list.version)} />
          {shown.map((line, at) => <PatternFields key={at} page={page} line={line} at={at} isNew={at >= lines.length} problem={problem} />)}
          <p class="form-acts"><button type="submit" class="button">{t.save}</button></p>
        </form>
      </div>
    </Layout>
  );
}

function PatternFields({ page, line, at, isNew, problem }: { page: Page; line: PatternLine; at: number; isNew: boolean; problem: ProblemParts | null }) {
  const t = page.texts.privateData;
  const common = (name: keyof PatternLine) => ({ name: `patterns.${at}.${name}`, value: line[name], problem, autocomplete: 'off' });
  return (
    <fieldset class="card">
      <legend>{isNew ? t.patternsNew : t.patternsLegend(at + 1)}</legend>
      <LineField {...common('nameDe')} label={t.nameDe} />
      <LineField {...common('nameEn')} label={t.nameEn} />
      <LineField {...common('pattern')} label={t.pattern} hint={t.patternHint} />
      <LineField {...common('example')} label={t.example} hint={t.exampleHint} />
    </fieldset>
  );
}
