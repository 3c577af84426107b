import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { concatMap, from, type Observable, of } from 'rxjs';
import { Agreeing } from '../legal/agreeing.js';
import { Bell } from '../notifications/bell.js';
import { fieldsOf } from './form.fields.js';
import { movedTo, type Reply } from './reply.js';
import { send } from './send.js';
import type { RequestWithVisit, Visit } from './visit.js';
import { Visits, withoutLanguage } from './visits.js';

/** Around every page: reads the visit, then turns the controller's reply into headers and HTML. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly visits: Visits,
    private readonly bell: Bell,
    private readonly agreeing: Agreeing,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Reply>): Observable<string> {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithVisit>();
    const response = http.getResponse<Response>();
    const visit = this.visits.of(request);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const replies = isRead && this.visits.isSpareSpelling(request) ? of<Reply>(movedTo(withoutLanguage(request.originalUrl))) : this.agreed(visit, request).pipe(concatMap(() => next.handle()));
    return replies.pipe(concatMap(async (reply) => {
      const current = request.visit ?? visit; // somebody may have signed in meanwhile
      if ('view' in reply && current.page.member?.unread === undefined) await this.bell.count(current);
      return send(reply, visit, response);
    }));
  }

  /** Forms with files are read later, by whoever takes the files. */
  private agreed(visit: Visit, request: RequestWithVisit): Observable<void> {
    return request.method === 'POST' && visit.page.member?.mustAgree ? from(this.agreeing.inForm(visit, fieldsOf(request))) : of(undefined);
  }
}
