import { Injectable } from '@nestjs/common';
import { CommunityKeeper } from '#company';
import type { Actor } from '#platform/access';
import { excerptOf, findPrivateData, masked, type PrivatePiece, valueOfAddress } from '#platform/content';
import { type ProblemData, Refused } from '#platform/graphql';
import { confirmationOf, isConfirmed } from './confirmation.js';
import { CompanyPatterns } from './company.patterns.js';

/** A text as it was sent, and the field of the input that holds it. */
export interface PublicText {
  field: string;
  text: string | null | undefined;
}

const TOLD_MOST = 50; // who reads so many knows what it is about; a text may hold thousands

type Found = PrivatePiece & { field: string };

/** The check step of whatever makes a person's text public: what looks private in it goes out only once they have said so. What was found is kept and logged nowhere. */
@Injectable()
export class PrivateDataCheck {
  constructor(
    private readonly company: CompanyPatterns,
    private readonly community: CommunityKeeper,
  ) {}

  /** `before`: texts that were public already; what stands in them is no news. */
  async check(actor: Actor, texts: readonly PublicText[], confirmation: string | null | undefined, before: readonly (string | null)[] = []): Promise<void> {
    const problem = await this.problem(actor, texts, confirmation, before);
    if (problem) throw new Refused(problem);
  }

  /** The same for whoever only asks; null where there is nothing to say. */
  async problem({ id }: Actor, texts: readonly PublicText[], confirmation: string | null | undefined, before: readonly (string | null)[] = []): Promise<ProblemData | null> {
    const { rows, patterns } = await this.company.known();
    const found = this.find(patterns, texts, before);
    const values = found.map(({ kind, value }) => `${kind} ${value}`);
    if (found.length === 0 || isConfirmed(id, values, confirmation)) return null;
    return {
      kind: 'PrivateData',
      confirmation: confirmationOf(id, values),
      foundCount: found.length,
      found: found.slice(0, TOLD_MOST).map(({ kind, field, start, text, pattern, ...piece }) => {
        const named = pattern === undefined ? null : rows[pattern];
        return { kind, field, start, length: text.length, excerpt: excerptOf({ ...piece, kind, text }), named: named ? { de: named.nameDe, en: named.nameEn } : null };
      }),
    };
  }

  /** The texts with dots in place of what was found, by their fields. */
  async masked(texts: readonly PublicText[], before: readonly (string | null)[] = []): Promise<Map<string, string>> {
    const found = this.find((await this.company.known()).patterns, texts, before);
    return new Map(texts.map(({ field, text }) => [field, masked(text ?? '', found.filter((piece) => piece.field === field))]));
  }

  /** Without what was public before, and without the ways to the company that it publishes itself: naming its hotline tells on nobody. */
  private find(patterns: readonly RegExp[], texts: readonly PublicText[], before: readonly (string | null)[]): Found[] {
    const published = this.community.now.contactWays.map(({ address }) => valueOfAddress(address));
    const known = new Set([...published, ...before.flatMap((text) => findPrivateData(text ?? '', patterns)).map(({ value }) => value)]);
    return texts.flatMap(({ field, text }) => findPrivateData(text ?? '', patterns).flatMap((piece) => (known.has(piece.value) ? [] : [{ ...piece, field }])));
  }
}
