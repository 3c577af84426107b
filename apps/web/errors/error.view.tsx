import { Layout } from '../page/layout.view.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { SearchForm } from '../parts/search-form.view.js';
import type { ErrorStatus } from './error.status.js';

interface Props {
  page: Page;
  status: ErrorStatus;
  /** Whether it may only be that they are signed in no more. */
  isSignedOut: boolean;
  /** What was typed into the form that failed. */
  fields: Fields;
  action: string;
}

export function ErrorView({ page, status, isSignedOut, fields, action }: Props) {
  const t = page.texts.errors;
  const { title, hint } = isSignedOut ? t.signedOut : t[status];
  const kept = Object.entries(fields).filter(([name]) => !/password$/i.test(name));
  return (
    <Layout page={page} title={title} path="/" searched={null} hidden>
      <div class="reading">
        <h1>{title}</h1>
        <p class="intro" role={(status === 404 && !isSignedOut) || status === 410 ? undefined : 'alert'}>{hint}</p>
        {isSignedOut && <p><a class="button" href={page.href('/sign-in')} target="_blank" rel="noopener">{t.signedOut.link}</a></p>}
        {kept.some(([name, value]) => (isSignedOut || isShown(t.fields, name)) && value !== '') && <Kept page={page} kept={kept} action={action} />}
        <SearchForm page={page} text="" large />
        <p class="more"><a href={page.href('/')}>{t.home}</a> · <a href={page.href('/contact')}>{page.texts.page.contact}</a></p>
      </div>
    </Layout>
  );
}

/** The form once more, with all it held: sent again, or copied from. */
function Kept({ page, kept, action }: { page: Page; kept: [string, string][]; action: string }) {
  const t = page.texts.errors;
  return (
    <form class="card" method="post" action={action}>
      <h2>{t.kept}</h2>
      <p>{t.keptHint}</p>
      {kept.map(([name, value]) => {
        if (!isShown(t.fields, name)) return <textarea key={name} name={name} hidden>{`\n${value}`}</textarea>;
        return (
          <div class="field" key={name}>
            <label for={`kept-${name}`}>{t.fields[name]}</label>
            <textarea id={`kept-${name}`} name={name} rows={name === 'body' ? 8 : 1}>{`\n${value}`}</textarea>
          </div>
        );
      })}
      <button type="submit" class="button">{t.sendAgain}</button>
    </form>
  );
}

function isShown<Names extends object>(shown: Names, name: string): name is string & keyof Names {
  return Object.hasOwn(shown, name);
}
