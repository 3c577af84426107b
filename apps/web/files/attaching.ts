import { Injectable } from '@nestjs/common';
import { AttachmentService } from '#forum';
import { type FieldFault, Refused, tellProblem } from '#platform/graphql';
import { type Upload, UPLOAD_BYTES_MOST, UploadReader } from '#platform/files';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Agreeing } from '../legal/agreeing.js';
import type { Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';

const FILES_A_FORM = 4;

/** Set where a guest had chosen files: they are asked for again. */
export const FILES_AGAIN = 'filesAgain';

/** What becomes of a form once its files are in its text; `refused`: what was wrong with one of them. */
type Send = (fields: Fields, refused: ProblemParts | null) => Promise<Reply>;

/** Forms with files, without script: takes the files, writes what shows them at the end of the text, and goes on as if it had been typed. */
@Injectable()
export class Attaching {
  constructor(
    private readonly reader: UploadReader,
    private readonly attachments: AttachmentService,
    private readonly agreeing: Agreeing,
  ) {}

  async form(visit: Visit, send: Send): Promise<Reply> {
    const { request, actor } = visit;
    if (!request.is('multipart/form-data')) return send(fieldsOf(request), null);
    const upload = await this.reader.read(request, { by: actor.id, files: FILES_A_FORM, bytes: FILES_A_FORM * UPLOAD_BYTES_MOST });
    try {
      request.body = upload.texts; // what an error page gives back
      if (upload.isCutOff) request.res?.set('Connection', 'close');
      const fields = fieldsOf(request);
      if (actor.id === null) return await send(upload.leftOut > 0 ? { ...fields, [FILES_AGAIN]: 'yes' } : fields, null);
      await this.agreeing.inForm(visit, fields);
      const { markdown, refusal } = await this.taken(visit, upload, fields['clientMutationId'] ?? null);
      const body = [fields['body'] ?? '', ...markdown].filter(Boolean).join('\n\n');
      request.body = { ...upload.texts, body };
      return await send({ ...fields, body }, refusal && problemOf(visit, refusal));
    } finally {
      await upload.discard();
    }
  }

  /** After a guest has signed in: the refusal that asks for the files once more, if there were any. */
  again(visit: Visit, fields: Fields): ProblemParts | null {
    return fields[FILES_AGAIN] ? problemOf(visit, fault({ field: 'files', code: 'file-again' })) : null;
  }

  private async taken({ actor }: Visit, upload: Upload, mutationId: string | null) {
    const markdown: string[] = [];
    let refusal: Refused | null = null;
    if (upload.retryAt && upload.leftOut > 0) refusal = new Refused({ kind: 'TooFast', retryAt: upload.retryAt });
    else if (upload.leftOut > 0) refusal = fault({ field: 'files', code: 'too-many', limit: FILES_A_FORM });
    for (const [place, file] of upload.files.entries()) {
      try {
        // named after the form: sent twice, it has the same files and so the same text
        markdown.push((await this.attachments.take(actor, file, mutationId && `${mutationId.slice(0, 100)}:${place}`)).markdown);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refusal ??= error;
      }
    }
    return { markdown, refusal };
  }
}

function fault(fault: FieldFault): Refused {
  return new Refused({ kind: 'InvalidInput', fields: [fault] });
}

/** A refusal of files stands at their field, whatever its kind. */
function problemOf({ page }: Visit, { problem }: Refused): ProblemParts {
  const { kind, ...told } = tellProblem(problem, page.language);
  if (kind === 'InvalidInput') return { __typename: kind, ...told } as ProblemParts;
  return { __typename: 'InvalidInput', code: told.code, message: told.message, fields: [{ field: 'files', message: told.message }] };
}
