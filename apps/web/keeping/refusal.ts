import { Injectable, NotFoundException } from '@nestjs/common';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import type { Permission } from '../thread/act-button.view.js';
import { actRefused } from '../thread/composing.js';
import { ThreadPage } from '../thread/thread.page.js';

/** Somebody asked for a form that they may not send: the thread, and above it the reason. */
@Injectable()
export class Refusal {
  constructor(private readonly threads: ThreadPage) {}

  ofPost(visit: Visit, post: { id: string; thread: { id: string } | null }, permission: Permission): Promise<Reply> {
    if (!post.thread) throw new NotFoundException();
    return this.show(visit, post.thread.id, notAllowed(permission), post.id);
  }

  ofThread(visit: Visit, threadId: string, permission: Permission): Promise<Reply> {
    return this.show(visit, threadId, notAllowed(permission));
  }

  show(visit: Visit, threadId: string, problem: ProblemParts, postId?: string): Promise<Reply> {
    return this.threads.show(visit, threadId, { query: postId ? { post: postId } : {}, composing: actRefused(problem), status: statusOf(problem) });
  }
}

function notAllowed({ reason, message }: Permission): ProblemParts {
  return { __typename: 'NotAllowed', code: 'NotAllowed', message: message ?? '', reason: reason ?? '' };
}
