import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { Response } from 'express';
import { fieldsOf } from '../page/form.fields.js';
import { show } from '../page/reply.js';
import { send } from '../page/send.js';
import type { RequestWithVisit } from '../page/visit.js';
import { Visits } from '../page/visits.js';
import { type ErrorStatus, ERROR_STATUSES } from './error.status.js';
import { ErrorView } from './error.view.js';

// What programs ask for is answered in their way, errors included
const FOR_PROGRAMS = /^\/(?:graphql|auth|health)(?:\/|$)|^\/files\/?$/;

// where a form of a guest's finds nothing, there is nothing
const FOR_GUESTS = /\/(?:ask|answer|comment|solved|opened|sign-in|sign-up|forgot)$|\/(?:reset|verify|invitation|unsubscribe)\//;

/** Whatever goes wrong on the way to a page becomes a page that helps: in words, with a search, and with what was typed. */
@Catch()
export class ErrorFilter extends BaseExceptionFilter implements ExceptionFilter {
  private readonly log = new Logger('Web');

  constructor(private readonly visits: Visits) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error; // GraphQL tells its errors itself
    const http = host.switchToHttp();
    const request = http.getRequest<RequestWithVisit>();
    if (FOR_PROGRAMS.test(request.path)) return super.catch(error, host);
    const status = statusOf(error);
    if (status === 500) this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.end();
    const visit = this.visits.of(request);
    const fields = request.method === 'POST' ? fieldsOf(request) : {};
    // what only members have the form of was sent by nobody: the session has ended while it was filled in
    const isSignedOut = request.method === 'POST' && visit.page.member === null && (status === 403 || status === 404) && !FOR_GUESTS.test(request.path);
    response.send(send(show(<ErrorView page={visit.page} status={status} isSignedOut={isSignedOut} fields={fields} action={visit.page.href(visit.page.path)} />, status), visit, response));
  }
}

/** Nest's exceptions and Express' own (a body too large, an address that cannot be read) both say a status; what says none is our fault. */
function statusOf(error: unknown): ErrorStatus {
  const said = error instanceof HttpException ? error.getStatus() : ((error as { status?: unknown } | null)?.status ?? 500);
  const known = ERROR_STATUSES.find((status) => status === said);
  if (known) return known;
  return typeof said === 'number' && said >= 400 && said < 500 ? 400 : 500;
}
