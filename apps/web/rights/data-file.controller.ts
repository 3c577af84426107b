import { pipeline } from 'node:stream/promises';
import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { RequestWithActor } from '#accounts';
import { DataExportService, EXPORT_PATH } from '#rights';

/** Gives the file with everything that is kept of a member to that member. To everybody else there is nothing here. */
@Controller()
export class DataFileController {
  constructor(private readonly exports: DataExportService) {}

  @Get(EXPORT_PATH)
  async file(@Req() request: RequestWithActor, @Res() response: Response): Promise<void> {
    const file = await this.exports.open(request.actor);
    if (!file) throw new NotFoundException();
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="data-${file.day}.zip"`,
      'Content-Length': String(file.bytes),
      'Content-Type': 'application/zip',
      'X-Content-Type-Options': 'nosniff',
    });
    await pipeline(file.content, response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error; // the reader went away
    });
  }
}
