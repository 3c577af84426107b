import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { concatMap, type Observable, of } from 'rxjs';
import { Bell } from '../notifications/bell.js';
import { movedTo, type Reply } from './reply.js';
import { send } from './send.js';
import type { RequestWithVisit } from './visit.js';
import { Visits, withoutLanguage } from './visits.js';

/** Around every page: reads the visit, then turns the controller's reply into headers and HTML. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly visits: Visits,
    private readonly bell: Bell,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Reply>): Observable<string> {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithVisit>();
    const response = http.getResponse<Response>();
    const visit = this.visits.of(request);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const replies = isRead && this.visits.isSpareSpelling(request) ? of<Reply>(movedTo(withoutLanguage(request.originalUrl))) : next.handle();
    return replies.pipe(concatMap(async (reply) => {
      const current = request.visit ?? visit; // somebody may have signed in meanwhile
      if ('view' in reply && current.page.member?.unread === undefined) await this.bell.count(current);
      return send(reply, visit, response);
    }));
  }
}
