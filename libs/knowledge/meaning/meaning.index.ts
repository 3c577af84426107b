import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EmbedderSettings } from '#platform/config';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { SearchEngine, SearchIndex } from '#platform/search';

/** A document as the embedder reads it. */
export interface MeaningDocument {
  id: string;
  text: string;
}

export const EMBEDDER = 'meaning'; // as Meilisearch calls it
const TEXT_BYTES = 4_000; // what most models read of a text; the rest of a long thread says little of what is asked
const VERSION = 1; // raise it when documents are made otherwise
const TRY_MS = 5_000; // an embedder that takes longer is not well

/**
 * The index of what documents mean, beside the one of their words: Meilisearch works at one task after another, and an embedder that is away must
 * not keep new words from being found. It asks the embedder itself, for documents and for questions.
 */
@Injectable()
export class MeaningIndex extends SearchIndex<MeaningDocument> {
  readonly embedder: EmbedderSettings | undefined;

  constructor(
    @Inject(RUNTIME) { settings: { embedder } }: Runtime,
    engine: SearchEngine,
  ) {
    super(engine, { name: 'meanings', primaryKey: 'id', settings: { searchableAttributes: ['id'], displayedAttributes: ['id'], ...(embedder ? { embedders: { [EMBEDDER]: configured(embedder) } } : {}) } });
    this.embedder = embedder;
  }

  /** What its vectors and its access to the embedder follow from; another one, and it has to begin anew. */
  get kind(): string {
    const { url, model, key } = this.embedder!;
    return createHash('sha256').update(JSON.stringify([VERSION, url, model, key ?? null])).digest('hex');
  }

  /** Fails where the embedder does not answer: Meilisearch would go on trying for minutes, and do nothing else meanwhile. */
  async tryEmbedder(): Promise<void> {
    const { url, model, key } = this.embedder!;
    const response = await fetch(url, {
      method: 'POST', body: JSON.stringify({ model, input: ['test'] }), redirect: 'error', signal: AbortSignal.timeout(TRY_MS),
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the embedder answers ${response.status}`);
  }
}

/** An Ollama server is known by its path; everything else speaks as OpenAI does. */
function configured({ url, model, key }: EmbedderSettings) {
  const common = { url, documentTemplate: '{{doc.text}}', documentTemplateMaxBytes: TEXT_BYTES, ...(key ? { apiKey: key } : {}) };
  if (new URL(url).pathname.endsWith('/api/embed')) return { source: 'ollama' as const, model, ...common };
  return { source: 'rest' as const, ...common, request: { model, input: ['{{text}}', '{{..}}'] }, response: { data: [{ embedding: '{{embedding}}' }, '{{..}}'] } };
}
