import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { askFormOperation } from './ask.operation.js';
import type { AskTyped } from './ask.typed.js';
import { AskView } from './ask.view.js';

const SEARCHED_MOST = 2_000; // characters that finding uses; a body of 30,000 need not travel further

interface Shown {
  typed: AskTyped;
  problem?: ProblemParts | null;
  preview?: string | null;
  /** Whether to look what may already answer it. */
  withSuggestions?: boolean;
  status?: number;
}

/** The form in which somebody asks, empty or with what was typed so far. */
@Injectable()
export class AskPage {
  constructor(private readonly asking: Asking) {}

  async show({ actor, page }: Visit, { typed, problem = null, preview = null, withSuggestions = false, status }: Shown): Promise<Reply> {
    const text = `${typed.title} ${typed.body}`.trim().slice(0, SEARCHED_MOST).toWellFormed();
    const withText = withSuggestions && text !== '';
    const offer = await this.asking.ask(actor, askFormOperation, { text, withText });
    return show(<AskView page={page} offer={offer} typed={typed} problem={problem} preview={preview} />, status);
  }
}
