import { Inject, Injectable, Logger } from '@nestjs/common';
import { RUNTIME, type Runtime } from '#platform/runtime';

const LAST_MS = 3_000; // somebody waits for their post
const KINDS = { thread: 'forum-post', reply: 'reply', edit: 'forum-post' } as const;

export interface Asked {
  kind: keyof typeof KINDS;
  text: string;
  author: string;
  language: string;
}

/** A spam filter of the operator's choice that speaks Akismet's language (https://akismet.com/developers/detailed-docs/comment-check/): our own, or theirs. */
@Injectable()
export class SpamFilter {
  private readonly logger = new Logger('spam filter');

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  get isSet(): boolean {
    return this.runtime.settings.spamFilter !== undefined;
  }

  /** `away`: it did not answer in time, or not in its language. Told neither the address nor the e-mail of anybody: the text, the name, where it is to stand. */
  async says({ kind, text, author, language }: Asked): Promise<'spam' | 'fine' | 'away'> {
    const { spamFilter, publicUrl } = this.runtime.settings;
    if (!spamFilter) return 'fine';
    const body = new URLSearchParams({ api_key: spamFilter.key, blog: publicUrl, blog_lang: language, blog_charset: 'UTF-8', user_ip: '127.0.0.1', comment_type: KINDS[kind], comment_author: author, comment_content: text });
    try {
      const response = await fetch(spamFilter.url, { method: 'POST', body, signal: AbortSignal.timeout(LAST_MS), redirect: 'error' });
      const said = (await response.text()).trim();
      if (response.ok && said === 'true') return 'spam';
      if (response.ok && said === 'false') return 'fine';
      this.logger.warn(`answered ${response.status} and neither true nor false: what it was asked about waits for a look`);
    } catch (error) {
      this.logger.warn(`did not answer (${error instanceof Error ? error.name : 'unknown'}): what it was asked about waits for a look`);
    }
    return 'away';
  }
}
