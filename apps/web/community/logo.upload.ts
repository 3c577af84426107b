import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { LOGO_BYTES_MOST } from '#company';
import { UPLOAD_BYTES_MOST, UploadReader } from '#platform/files';
import { type FieldFault, tellProblem } from '#platform/graphql';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import type { Visit } from '../page/visit.js';

interface Sent {
  fields: Fields;
  /** In base64; null where none was chosen. */
  logo: string | null;
  refused: ProblemParts | null;
}

/** The form with the logo: a picture comes as a file, and goes on as the API wants it. */
@Injectable()
export class LogoUpload {
  constructor(private readonly reader: UploadReader) {}

  async read({ request, actor, page }: Visit): Promise<Sent> {
    if (!request.is('multipart/form-data')) return { fields: fieldsOf(request), logo: null, refused: null };
    const upload = await this.reader.read(request, { by: actor.id, files: 1, bytes: UPLOAD_BYTES_MOST });
    try {
      request.body = upload.texts; // what an error page gives back
      if (upload.isCutOff) request.res?.set('Connection', 'close');
      const [file] = upload.files;
      const fault: FieldFault | null = !file ? null : file.isTooLarge || file.bytes > LOGO_BYTES_MOST ? { field: 'logo', code: 'file-too-large', limit: LOGO_BYTES_MOST / 1_000_000, value: file.name } : null;
      const problem = upload.retryAt && upload.leftOut > 0 ? tellProblem({ kind: 'TooFast', retryAt: upload.retryAt }, page.language) : fault && tellProblem({ kind: 'InvalidInput', fields: [fault] }, page.language);
      return {
        fields: fieldsOf(request),
        logo: file && !fault ? (await readFile(file.path)).toString('base64') : null,
        refused: problem && ({ __typename: problem.kind, ...problem } as unknown as ProblemParts),
      };
    } finally {
      await upload.discard();
    }
  }
}
