import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { RequestWithActor } from '#accounts';
import { AttachmentReader, isFileKey, type ServedFile } from '#forum';
import { Actor } from '#platform/access';
import { FILE_STORE, type FileStore } from '#platform/files';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { isTicketFor, ticketFor } from './file.ticket.js';

// Browsers keep what they have seen; what stands between asks again soon, since a post can be hidden or deleted
const FOR_ALL = 'public, max-age=31536000, s-maxage=300, immutable';
const FOR_ONE = 'private, no-store';
const ON_THE_WAY = 'public, max-age=300';
const ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'"; // whatever a browser takes it for, it may do nothing
const SHOWN = /^image\/(?:jpeg|png|webp)$/; // made anew by us; everything else is only ever saved

/** Gives files out: to whoever sees their post, from an origin of their own where there is one. */
@Controller('files')
export class FilesController {
  private readonly origin: string | undefined;
  private readonly host: string | undefined;

  constructor(
    private readonly attachments: AttachmentReader,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(RUNTIME) { settings }: Runtime,
  ) {
    this.origin = settings.filesOrigin;
    this.host = this.origin && new URL(this.origin).host;
  }

  /** The name is for people: the key finds the file. */
  @Get(':key/:name')
  async file(@Req() request: RequestWithActor, @Res() response: Response, @Param('key') key: string, @Query('ticket') ticket = ''): Promise<void> {
    if (!isFileKey(key)) throw new NotFoundException();
    const isOwnOrigin = this.host !== undefined && request.host === this.host;
    const file = isOwnOrigin ? await this.withTicket(key, ticket) : await this.attachments.visible(request.actor, key);
    if (!file) throw new NotFoundException();
    if (this.origin && !isOwnOrigin) {
      response.set('Cache-Control', file.isPublic ? ON_THE_WAY : FOR_ONE).set('Vary', 'Cookie');
      return response.redirect(302, this.origin + file.path + (file.isPublic ? '' : `?ticket=${ticketFor(key, file.ticketKey)}`));
    }
    await this.send(file, request, response);
  }

  /** No session comes along to the origin of files: what guests may see is open there, the rest by ticket. */
  private async withTicket(key: string, ticket: string): Promise<ServedFile | null> {
    if (!ticket) return this.attachments.visible(Actor.guest('en'), key);
    const file = await this.attachments.ticketed(key);
    return file && isTicketFor(key, file.ticketKey, ticket) ? file : null;
  }

  private async send(file: ServedFile, request: RequestWithActor, response: Response): Promise<void> {
    const tag = tagOf(file);
    const known = request.get('if-none-match')?.includes(tag) ?? false;
    const content = known || request.method === 'HEAD' ? null : await this.store.get(file.key);
    if (!known && request.method !== 'HEAD' && !content) throw new NotFoundException();
    response.set({
      'Cache-Control': file.isPublic ? FOR_ALL : FOR_ONE,
      'Content-Disposition': `${SHOWN.test(file.mime) ? 'inline' : 'attachment'}; filename="${file.path.split('/').at(-1)}"; filename*=UTF-8''${encoded(file.name)}`,
      'Content-Security-Policy': ALONE,
      'Content-Type': file.mime,
      'Cross-Origin-Resource-Policy': this.origin ? 'cross-origin' : 'same-origin',
      ETag: tag,
      'X-Content-Type-Options': 'nosniff',
    });
    if (known) return void response.status(304).end();
    response.set('Content-Length', String(file.bytes));
    if (!content) return void response.end();
    await pipeline(content, response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error; // the reader went away
    });
  }
}

function tagOf(file: ServedFile): string {
  return `"${file.sha256.toString('base64url')}"`;
}

/** RFC 8187: encodeURIComponent leaves signs that the header may not hold. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
