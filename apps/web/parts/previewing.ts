import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { graphql } from '../graphql/document.js';
import type { Visit } from '../page/visit.js';

const previewOperation = graphql(`query Preview($body: String!, $postId: ID) { preview(body: $body, postId: $postId) }`);

@Injectable()
export class Previewing {
  constructor(private readonly asking: Asking) {}

  /** The HTML that a text will have once it is posted; null where it cannot be. `postId`: where it is to stand instead of another. */
  async of({ actor }: Visit, body: string, postId: string | null = null): Promise<string | null> {
    if (body.includes('\0')) return null; // no text: refused at its field when it is sent
    return (await this.asking.ask(actor, previewOperation, { body, postId })).preview;
  }
}
