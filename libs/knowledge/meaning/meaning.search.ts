import { Injectable, Logger } from '@nestjs/common';
import { PrivateDataCheck } from '#forum';
import type { Actor } from '#platform/access';
import { CircuitOpen, SearchEngine } from '#platform/search';
import type { Question } from '../finding/question.js';
import { type Ranked, RankedSearch } from '../finding/ranked.search.js';
import { isEverywhere, type SearchFilter } from '../finding/search.filter.js';
import { fused } from './fusion.js';
import { EMBEDDER, MeaningIndex } from './meaning.index.js';

const NEAREST = 30; // by meaning: beyond, everything is a little alike
const ASKED_MOST = 500; // characters of a question that are embedded

/** Ranked by words, and for sentences by what they mean, where there is an embedder. Without one, or while it is away, by words alone. */
@Injectable()
export class MeaningSearch {
  private readonly log = new Logger('meaning');

  constructor(
    private readonly words: RankedSearch,
    private readonly index: MeaningIndex,
    private readonly engine: SearchEngine,
    private readonly privateData: PrivateDataCheck,
  ) {}

  async find(actor: Actor, question: Question, filter: SearchFilter): Promise<Ranked> {
    const [ranked, near] = await Promise.all([this.words.find(actor, question, filter), this.near(question, filter)]);
    if (near.length === 0) return ranked;
    const fits = new Map(ranked.ids.map((id, n) => [id, ranked.fits[n]!]));
    const ids = fused(ranked.ids, near);
    return { ...ranked, ids, fits: ids.map((id) => fits.get(id) ?? 0) }; // by its words alone it is said that something is the answer
  }

  private async near({ mode, text }: Question, filter: SearchFilter): Promise<string[]> {
    if (!this.index.embedder || !this.engine.isConfigured || mode === 'typing' || !isEverywhere(filter)) return [];
    try {
      const asked = (await this.privateData.masked([{ field: 'text', text: text.slice(0, ASKED_MOST).toWellFormed() }])).get('text')!; // it goes to somebody else's server
      const name = await this.index.name();
      const { results } = await this.engine.searchAside<{ results: { hits: { id: string }[] }[] }>({ queries: [{ indexUid: name, q: asked, hybrid: { embedder: EMBEDDER, semanticRatio: 1 }, limit: NEAREST, attributesToRetrieve: ['id'] }] });
      return results[0]!.hits.map(({ id }) => id);
    } catch (error) {
      if (!(error instanceof CircuitOpen)) this.log.warn(`found by words alone: ${(error as Error).message}`);
      return [];
    }
  }
}
