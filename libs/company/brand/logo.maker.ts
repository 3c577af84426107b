import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { FileExaminer } from '#platform/files';
import { invalid, Refused } from '#platform/graphql';

const SMALL = { side: 512, pngBytes: 200_000 }; // it stands in a header of 60 pixels, on the sharpest screens, too

export interface Logo {
  mime: string;
  width: number;
  height: number;
  content: Buffer;
}

/** Makes a logo out of what was sent, the way all pictures are made anew. */
@Injectable()
export class LogoMaker {
  constructor(private readonly examiner: FileExaminer) {}

  async make(sent: Buffer, name = 'logo'): Promise<Logo> {
    const folder = await mkdtemp(join(tmpdir(), 'kundig-logo-'));
    try {
      const path = join(folder, 'sent');
      await writeFile(path, sent);
      const { mime, size, path: made } = await this.examiner.examine({ path, name, bytes: sent.length, isTooLarge: false }, SMALL);
      if (!size) throw invalid({ field: 'logo', code: 'file-kind', value: name });
      return { mime, ...size, content: await readFile(made) };
    } catch (error) {
      throw error instanceof Refused && error.problem.kind === 'InvalidInput' ? invalid(...error.problem.fields.map((fault) => ({ ...fault, field: 'logo' }))) : error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
