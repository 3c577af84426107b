import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { askFieldsOperation, askFormOperation } from './ask.operation.js';
import { type AskTyped, askTyped } from './ask.typed.js';
import { AskView } from './ask.view.js';

const SEARCHED_MOST = 2_000; // characters that finding uses; a body of 30,000 need not travel further

interface Shown {
  typed: AskTyped;
  problem?: ProblemParts | null;
  preview?: string | null;
  /** Whether to look what may already answer it. */
  withSuggestions?: boolean;
  /** Whether the form comes back because the category asks for more. */
  asked?: boolean;
  /** Whether to go on with the draft, where there is one. */
  withDraft?: boolean;
  /** Whether it was kept as a draft just now. */
  saved?: boolean;
  status?: number;
}

/** The form in which somebody asks, empty or with what was typed so far. */
@Injectable()
export class AskPage {
  constructor(private readonly asking: Asking) {}

  async show({ actor, page }: Visit, { typed: sent, problem = null, preview = null, withSuggestions = false, asked = false, withDraft = false, saved = false, status }: Shown): Promise<Reply> {
    let typed = sent;
    const text = `${typed.title} ${typed.body}`.trim().slice(0, SEARCHED_MOST).toWellFormed();
    const withText = withSuggestions && text !== '';
    const offer = await this.asking.ask(actor, askFormOperation, { text, withText, withDraft: withDraft && page.member !== null });
    if (offer.draft) typed = askTyped(Object.fromEntries(offer.draft.fields.map(({ name, value }) => [name, value])));
    // answers to another category's fields answer nothing here, and would be refused
    const fields = offer.categories.find(({ id }) => id === typed.categoryId)?.fields ?? [];
    return show(<AskView page={page} offer={offer} typed={typed} fields={fields} problem={problem} preview={preview} asked={asked} saved={saved} />, status);
  }

  /** Whether the chosen category asks for what the form did not show when it was sent. */
  async lacksFields({ actor }: Visit, { categoryId, fieldsOf }: AskTyped): Promise<boolean> {
    if (categoryId === '' || categoryId === fieldsOf) return false;
    const { categories } = await this.asking.ask(actor, askFieldsOperation, {});
    return (categories.find(({ id }) => id === categoryId)?.fields.length ?? 0) > 0;
  }
}
