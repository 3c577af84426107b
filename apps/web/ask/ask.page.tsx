import { Injectable } from '@nestjs/common';
import { PrivateDataWarning } from '../private-data/private-data.warning.js';
import { Asking } from '../graphql/asking.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { askFieldsOperation, askFormOperation, askNoticesOperation, suggestOperation } from './ask.operation.js';
import { askedIn } from '../deflection/opened.js';
import { aboutOf, type AskTyped, askTyped, withoutSaid } from './ask.typed.js';
import { AskView } from './ask.view.js';
import { SuggestionsView } from './suggestions.view.js';

const SEARCHED_MOST = 2_000; // characters that finding uses; a body of 30,000 need not travel further

interface Shown {
  typed: AskTyped;
  problem?: ProblemParts | null;
  preview?: string | null;
  /** Whether to look what may already answer it. */
  withSuggestions?: boolean;
  /** Whether the form comes back because the category asks for more. */
  asked?: boolean;
  /** Where there is a draft: whether to go on with it, or with something else beside it. */
  draft?: 'taken' | 'apart';
  /** A notice that is over and was not: its thread's key. The form begins with what is known of it. */
  notice?: string | null;
  /** Whether it was not sent because of a notice that may be it. */
  unsent?: boolean;
  /** Whether dots were put in the place of what looked private. */
  masked?: boolean;
  /** Whether it was kept as a draft just now. */
  saved?: boolean;
  status?: number;
}

/** The form in which somebody asks, empty or with what was typed so far. */
@Injectable()
export class AskPage {
  constructor(
    private readonly asking: Asking,
    private readonly warning: PrivateDataWarning,
  ) {}

  async show({ actor, page }: Visit, { typed: sent, problem = null, preview = null, withSuggestions = false, asked = false, draft, notice = null, unsent = false, masked = false, saved = false, status }: Shown): Promise<Reply> {
    let typed = sent;
    const text = `${typed.title}\n${typed.body}`.trim().slice(0, SEARCHED_MOST).toWellFormed();
    const withText = withSuggestions && text !== '';
    const offer = await this.asking.ask(actor, askFormOperation, { text, withText, withDraft: draft !== undefined && page.member !== null, about: aboutOf(typed), notice: `thr_${notice}`, withNotice: notice !== null });
    const taken = offer.draft && draft === 'taken' ? goingOn(sent, askTyped(Object.fromEntries(offer.draft.fields.map(({ name, value }) => [name, value])))) : null;
    if (taken) typed = taken;
    if (offer.thread?.notice) typed = stillBroken(page, offer.thread);
    if (offer.draft && !taken) typed = { ...typed, isApart: true };
    // answers to another category's fields answer nothing here, and would be refused
    const fields = offer.categories.find(({ id }) => id === typed.categoryId)?.fields ?? [];
    return show(<AskView page={page} offer={taken ? offer : { ...offer, draft: null }} typed={typed} words={withText ? await this.wordsOf(typed.title, typed.body) : ''} fields={fields} problem={problem} preview={preview} asked={asked} unsent={unsent} masked={masked} saved={saved} />, status);
  }

  /** Whether a question that was just sent may be what a notice tells of that the form did not show as such. */
  async isToldAlready({ actor }: Visit, sent: Fields): Promise<boolean> {
    const typed = askTyped(sent);
    if (typed.kind !== 'question') return false;
    const { serviceNotices } = await this.asking.ask(actor, askNoticesOperation, { about: aboutOf(typed) });
    return serviceNotices.some(({ id }) => !typed.noticesSeen.includes(id));
  }

  /** For a script that looks while somebody types. */
  async suggestions({ actor, page }: Visit, text: string, title = ''): Promise<Reply> {
    const looked = text.trim().slice(0, SEARCHED_MOST).toWellFormed();
    const { suggest, serviceNotices } = looked === '' ? { suggest: { nodes: [] }, serviceNotices: [] } : await this.asking.ask(actor, suggestOperation, { text: looked });
    return show(<SuggestionsView page={page} suggested={suggest} asked={await this.wordsOf(title, text)} notices={serviceNotices} />);
  }

  /** With which words somebody opens what may answer them: they stand in its address, so without what looks private. */
  private async wordsOf(title: string, body: string): Promise<string> {
    return (await this.warning.masked({ title: title.trim() || body }))['title']!;
  }

  /**
   * What was sent, where the form may have shown the fields of another category, or none: without answers to what this one does not ask.
   * `lacks`: it asks for something that cannot be left out, so the form comes back; `offers`: for something that nothing was said about yet.
   */
  async fitting({ actor }: Visit, sent: Fields): Promise<{ fields: Fields; lacks: boolean; offers: boolean }> {
    const { categoryId, fieldsOf, fields: said } = askTyped(sent);
    if (categoryId === '' || categoryId === fieldsOf) return { fields: sent, lacks: false, offers: false };
    const { categories } = await this.asking.ask(actor, askFieldsOperation, {});
    const asked = categories.find(({ id }) => id === categoryId)?.fields ?? [];
    const isSaid = ({ key }: { key: string }) => (said[key] ?? '').trim() !== '';
    return {
      fields: withoutSaid(sent, Object.keys(said).filter((key) => !asked.some((field) => field.key === key))),
      lacks: asked.some((field) => field.required && !isSaid(field)),
      offers: asked.length > 0 && !asked.some(isSaid),
    };
  }
}

/** Whoever comes back from what they had opened goes on with their draft, if it is the draft of just that question. */
function goingOn(sent: AskTyped, draft: AskTyped): AskTyped | null {
  const [carried, begun] = [askedIn(sent.title), askedIn(`${draft.title} ${draft.body}`)];
  const isSame = carried === '' || begun.startsWith(carried) || (draft.title.trim() !== '' && carried.startsWith(askedIn(draft.title)));
  return isSame ? { ...draft, after: [...new Set([...draft.after, ...sent.after])] } : null;
}

interface BrokenStill {
  title: string;
  path: string;
  tags: string[];
  category: { id: string };
}

const TITLE_MOST = 200;

/** What is known of it, so that nobody explains twice. */
function stillBroken(page: Visit['page'], { title, path, tags, category }: BrokenStill): AskTyped {
  const t = page.texts.notices;
  return askTyped({ title: [...t.brokenTitle(title)].slice(0, TITLE_MOST).join(''), body: t.brokenBody(page.publicUrl + page.href(path)), categoryId: category.id, tags: tags.join(', ') });
}
