import { once } from 'node:events';
import { Controller, ForbiddenException, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Credentials, networkOf, type RequestWithActor } from '#accounts';
import { type ThreadActivity, ThreadActivities } from '#forum';
import { Places } from '#platform/live';

const PING_MS = 25_000; // below the minute after which proxies cut what is silent

/** The twin of the subscription `threadActivity` for pages: server-sent events. */
@Controller()
export class LiveController {
  constructor(
    private readonly activities: ThreadActivities,
    private readonly credentials: Credentials,
    private readonly places: Places,
  ) {}

  /** `known`: how many answers the page shows of; those beyond are told at once, so that none is missed between the page and its stream. */
  @Get('live/thread/:key')
  async thread(@Param('key') key: string, @Query('known') known = '', @Req() request: RequestWithActor, @Res() response: Response): Promise<void> {
    if (request.method === 'HEAD') return void response.end(); // has nothing to wait for
    if (!['same-origin', 'none', undefined].includes(request.get('sec-fetch-site'))) throw new ForbiddenException();
    const release = this.places.take({ memberId: request.actor.id, network: networkOf(request.ip ?? '') });
    if (!release) return void response.status(503).set('Retry-After', '60').type('text/plain').send('Too many are connected.');
    try {
      await this.stream(`thr_${key}`, /^\d{1,9}$/.test(known) ? Number(known) : null, request, response);
    } finally {
      release();
    }
  }

  private async stream(threadId: string, known: number | null, request: RequestWithActor, response: Response): Promise<void> {
    const credential = this.credentials.of(request);
    const stream = await this.activities.of(credential, threadId);
    if (!stream) throw new NotFoundException();
    if (response.destroyed) return stream.end();
    response.once('close', () => stream.end());
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.write('retry: 5000\n\n');
    const ping = setInterval(() => (response.writableNeedDrain ? response.destroy() : response.write(': still here\n\n')), PING_MS);
    const catchUp = async () => {
      if (known === null) return;
      for (const postId of await this.activities.answersBeyond(credential, threadId, known)) response.write(eventOf({ threadId, postId, kind: 'answer' }));
    };
    try {
      await catchUp();
      for await (const activity of stream) {
        if (!response.write(eventOf(activity))) await Promise.race([once(response, 'drain'), once(response, 'close')]);
        if (activity.kind === 'resync') await catchUp();
      }
    } finally {
      clearInterval(ping);
      stream.end();
      if (response.writableNeedDrain) response.destroy(); // who does not read is not waited for
      else response.end();
    }
  }
}

function eventOf(activity: Omit<ThreadActivity, 'kind'> & { kind: string }): string {
  return `event: ${activity.kind}\ndata: ${JSON.stringify(activity)}\n\n`;
}
