import { Controller, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import type { RequestWithActor } from '#accounts';
import { AttachmentService } from '#forum';
import { invalid, tellProblem, tooFast } from '#platform/graphql';
import { UPLOAD_BYTES_MOST, UploadReader } from '#platform/files';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { RefusedFilter } from './refused.filter.js';

/** Files for programs: one at a time, as multipart. */
@Controller('files')
@UseFilters(RefusedFilter)
export class UploadController {
  constructor(
    private readonly reader: UploadReader,
    private readonly attachments: AttachmentService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** One file in a form of type multipart/form-data -> 201 {id, url, path, markdown, name, mime, bytes, width, height}; {problem} otherwise. */
  @Post()
  async upload(@Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response) {
    const { actor } = request;
    if (!actor.isMember) {
      response.status(401).set('Connection', 'close'); // what was sent is not even read
      const { kind: _, ...problem } = tellProblem({ kind: 'NotAllowed', reason: 'sign-in-needed' }, actor.language);
      return { problem };
    }
    const upload = await this.reader.read(request, { by: actor.memberId, files: 1, bytes: UPLOAD_BYTES_MOST });
    try {
      if (upload.isCutOff) response.set('Connection', 'close');
      if (upload.retryAt) throw tooFast(upload.retryAt);
      const [file] = upload.files;
      if (!file) throw invalid({ field: 'files', code: 'required' });
      const { id, path, markdown, name, mime, bytes, width, height } = await this.attachments.take(actor, file);
      return { id, url: this.runtime.settings.publicUrl + path, path, markdown, name, mime, bytes, width, height };
    } finally {
      await upload.discard();
    }
  }
}
