import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { SessionService, setSessionCookie } from '#accounts';
import { SavedSubmissions } from '#forum';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { AskSending } from '../ask/ask.sending.js';
import { askTyped, draftFieldsOf } from '../ask/ask.typed.js';
import { DraftSaving } from '../drafts/draft.saving.js';
import { Attaching } from '../files/attaching.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { Visits } from '../page/visits.js';
import { EditSending } from '../keeping/edit.sending.js';
import { AnswerSending } from '../thread/answer.sending.js';
import { CommentSending } from '../thread/comment.sending.js';
import { LookIntoMailView } from './look-into-mail.view.js';
import { nextAddress } from './next.address.js';
import { type Draft, type DraftKind, draftIn, type SentForm } from './sent.form.js';

/** Somebody has proved who they are: opens the session, and then sends what they had written, or leads them on. */
@Injectable()
export class Entering {
  private readonly forms: Record<DraftKind, SentForm>;

  constructor(
    private readonly sessions: SessionService,
    private readonly visits: Visits,
    private readonly saved: SavedSubmissions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly attaching: Attaching,
    private readonly drafts: DraftSaving,
    ask: AskSending,
    answer: AnswerSending,
    comment: CommentSending,
    edit: EditSending,
  ) {
    this.forms = { ask, answer, comment, edit };
  }

  async enter(memberId: string, visit: Visit, fields: Fields, response: Response, compared: string | null = null): Promise<Reply> {
    const { request, page } = visit;
    const token = await this.sessions.open(memberId, { userAgent: request.get('user-agent') ?? '', ip: request.ip ?? '' }, request.sessionToken, compared);
    setSessionCookie(response, token, this.runtime.settings.secureCookies);
    const actor = await this.sessions.actorOf(token);
    const draft = draftIn(fields);
    if (!actor || !draft) return goTo(nextAddress(fields['next']) || page.href('/'));
    const theirs = this.visits.by(actor, visit);
    const reply = await this.forms[draft.kind].send(theirs, draft.fields, this.attaching.again(theirs, draft.fields));
    if ('view' in reply) await this.keepRefused(theirs, draft);
    return reply;
  }

  private async keepRefused(visit: Visit, { kind, fields }: Draft): Promise<void> {
    if (kind === 'ask') await this.drafts.keepRefused(visit, 'ask', draftFieldsOf(askTyped(fields)));
    if (kind === 'answer') await this.drafts.keepRefused(visit, `answer:${fields['threadId'] ?? ''}`, [{ name: 'body', value: fields['body'] ?? '' }]);
  }

  /** Somebody has signed up and is to show first that the address is theirs: what they had written waits for that. `memberId` is null for an address that had an account. */
  async later(memberId: string | null, { page }: Visit, fields: Fields): Promise<Reply> {
    const draft = draftIn(fields);
    if (draft && memberId !== null) {
      const saved = this.forms[draft.kind].toSave?.(draft.fields);
      if (saved) await this.saved.save(memberId, saved.form, saved.input);
    }
    return show(<LookIntoMailView page={page} email={fields['email'] ?? ''} draft={draft} />);
  }
}
