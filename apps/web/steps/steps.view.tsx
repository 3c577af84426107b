import type { Child } from '../html/html.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { Icon } from '../parts/icon.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { Done } from './steps.controller.js';
import { type Step, type StepName, stepsOf, type StepsState } from './step.list.js';

/** How many topics one form makes. */
export const CATEGORIES = 3;
const TEAM = ['staff', 'admin'] as const;

/** A form of this page that was refused. */
export interface RefusedStep {
  step: StepName;
  typed: Fields;
  problem: ProblemParts | null;
  /** The address that nobody has signed up with. */
  nobody?: string;
}

interface Props {
  page: Page;
  state: StepsState;
  refused: RefusedStep | null;
  done: Done | null;
}

export function StepsView({ page, state, refused, done }: Props) {
  const t = page.texts.company.steps;
  const refusedAt = (name: StepName) => (refused?.step === name ? refused : null);
  return (
    <Layout page={page} title={t.title} path="/admin/start" hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <p class="intro">{t.intro}</p>
        {done && <Notice kind="done"><p>{done === 'categories' ? t.created : t.given}</p></Notice>}
        <ul class="steps">
          {stepsOf(state).map((step) => (
            <li key={step.name} class={step.done ? 'card step-done' : 'card'}>
              <StepHead page={page} step={step} />
              {step.name === 'categories' && <CategoriesForm page={page} isFirst={!step.done} refused={refusedAt('categories')} />}
              {step.name === 'staff' && <StaffForm page={page} refused={refusedAt('staff')} />}
              {step.name === 'staff' && <p><a href={page.href('/admin/invitations')}>{page.texts.invitations.title}</a></p>}
            </li>
          ))}
        </ul>
        {state.firstSteps.isDismissed ? <p class="field-hint">{t.dismissed}</p> : (
          <form method="post" action={page.href('/admin/start/dismiss')}>
            <MutationId page={page} />
            <button type="submit" class="button button-quiet">{t.dismiss}</button>
            <p class="field-hint">{t.dismissHint}</p>
          </form>
        )}
      </div>
    </Layout>
  );
}

function StepHead({ page, step: { name, done, path } }: { page: Page; step: Step }) {
  const t = page.texts.company.steps;
  return (
    <h2 class="step-head">
      <span class="step-sign">{done && <Icon name="check" />}</span>
      {path === null ? <span>{t[name]}</span> : <a href={page.href(path)}>{t[name]}</a>}
      <span class="unseen"> ({done ? t.done : t.open})</span>
    </h2>
  );
}

/** Open until there are topics; then it is the administration's. */
function CategoriesForm({ page, isFirst, refused }: { page: Page; isFirst: boolean; refused: RefusedStep | null }): Child {
  const t = page.texts.company.steps;
  if (!isFirst && !refused) return <p><a href={page.href('/admin')}>{page.texts.admin.title}</a></p>;
  return (
    <form method="post" action={page.href('/admin/start/categories')}>
      <p class="field-hint">{t.categoriesHint}</p>
      <ProblemNotice problem={refused?.problem} />
      <MutationId page={page} />
      {t.suggestions.slice(0, CATEGORIES).map((suggested, at) => (
        <LineField key={at} name={`name${at + 1}`} label={t.categoryName(at + 1)} value={refused ? (refused.typed[`name${at + 1}`] ?? '') : suggested} problem={refused?.problem} autocomplete="off" />
      ))}
      <p class="form-acts"><button type="submit" class="button">{t.create}</button></p>
    </form>
  );
}

/** Who has an account gets the role at once; who has none is offered an invitation, in a form of its own below. */
function StaffForm({ page, refused }: { page: Page; refused: RefusedStep | null }) {
  const t = page.texts.company.steps;
  const nobody = refused?.nobody;
  return (
    <>
      {nobody !== undefined && (
        <Notice kind="problem">
          <p>{t.nobody(nobody)}</p>
          <form method="post" action={page.href('/admin/invitations')}>
            <MutationId page={page} />
            <input type="hidden" name="email" value={nobody} />
            <input type="hidden" name="role" value={refused?.typed['role']} />
            <input type="hidden" name="language" value={page.language} />
            <button type="submit" class="button">{page.texts.invitations.send}</button>
          </form>
        </Notice>
      )}
      <form method="post" action={page.href('/admin/start/staff')}>
        <p class="field-hint">{t.staffHint}</p>
        <ProblemNotice problem={refused?.problem} />
        <MutationId page={page} />
        <LineField name="email" type="email" label={t.email} value={refused?.typed['email'] ?? ''} problem={refused?.problem} autocomplete="off" required />
        <Field name="role" label={t.role}>
          {(control) => <select {...control}>{TEAM.map((role) => <option key={role} value={role} selected={role === refused?.typed['role']}>{page.texts.people.roleNames[role]}</option>)}</select>}
        </Field>
        <p class="form-acts"><button type="submit" class="button">{t.giveRole}</button></p>
      </form>
    </>
  );
}

/** On the front page of admins, until all is done or they put it away. */
export function FirstStepsCard({ page, state }: { page: Page; state: StepsState | null }) {
  const t = page.texts.company.steps;
  const steps = state ? stepsOf(state) : [];
  if (!state || state.firstSteps.isDismissed || steps.every(({ done }) => done)) return null;
  return (
    <section class="card first-steps-card" aria-labelledby="first-steps">
      <h2 id="first-steps">{t.card}</h2>
      <p>{t.cardHint(steps.filter(({ done }) => done).length, steps.length)}</p>
      <p class="form-acts"><a class="button" href={page.href('/admin/start')}>{t.go}</a></p>
    </section>
  );
}
