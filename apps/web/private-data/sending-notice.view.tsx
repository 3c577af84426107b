import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { CONFIRMATION } from './private-data.warning.js';

interface Props {
  page: Page;
  problem: ProblemParts | null | undefined;
  /** Of the names of this form's fields. */
  prefix?: string;
  /** Whether dots stand in the place of what was found. */
  masked?: boolean | undefined;
  /** What was confirmed already, where the form comes back for another reason. */
  confirmed?: string | null | undefined;
  /** Where the text is only shown, there is no field to lead to. */
  fieldless?: boolean;
}

type Warning = Extract<ProblemParts, { __typename: 'PrivateData' }>;

/** First in a form by which a text becomes public: why it was not taken; where something in it looks private, what, and what can be done about it. */
export function SendingNotice({ page, problem, prefix = '', masked, confirmed, fieldless = false }: Props) {
  if (problem?.__typename === 'PrivateData') return <PrivateDataNotice page={page} warning={problem} prefix={prefix} fieldless={fieldless} />;
  return (
    <>
      <ProblemNotice problem={problem} />
      {masked && <Notice kind="done"><p>{page.texts.privateData.masked}</p></Notice>}
      {confirmed && <input type="hidden" name={CONFIRMATION} value={confirmed} />}
    </>
  );
}

const TOLD_MOST = 10; // further ones are counted: whoever reads ten knows what it is about

function PrivateDataNotice({ page, warning: { found, foundCount, confirmation }, prefix, fieldless }: { page: Page; warning: Warning; prefix: string; fieldless: boolean }) {
  const t = page.texts.privateData;
  const told = found.slice(0, TOLD_MOST);
  const id = `${prefix}private-data`;
  return (
    <>
      {/* what Enter in a field sends, which must not be the choice to publish */}
      <button type="submit" class="unseen" tabindex={-1} aria-hidden="true">{t.again}</button>
      <div class="notice notice-problem private-data" role="alert" tabindex={-1} autofocus aria-labelledby={`${id}-title`}>
        <p id={`${id}-title`}><strong>{t.title}</strong></p>
        <ul>
          {told.map(({ kind, name, field, excerpt, start }) => (
            <li key={`${field}-${start}-${kind}`}>{name}: <bdi class="private-excerpt">{excerpt}</bdi> {fieldless ? t.where(field) : <a href={`#${prefix}${field}`}>{t.where(field)}</a>}</li>
          ))}
          {foundCount > told.length && <li>{t.more(foundCount - told.length)}</li>}
        </ul>
        <p>{t.public}</p>
        <p class="form-acts">
          {!fieldless && <a class="button" href={`#${prefix}${told[0]?.field ?? 'body'}`}>{t.change}</a>}
          <button type="submit" class="button button-quiet" name="act" value="mask">{t.mask}</button>
          <button type="submit" class="button button-quiet" name={CONFIRMATION} value={confirmation}>{t.publish}</button>
        </p>
      </div>
    </>
  );
}
