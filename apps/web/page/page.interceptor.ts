import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable, of } from 'rxjs';
import { movedTo, type Reply } from './reply.js';
import { send } from './send.js';
import type { RequestWithVisit } from './visit.js';
import { Visits, withoutLanguage } from './visits.js';

/** Around every page: reads the visit, then turns the controller's reply into headers and HTML. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly visits: Visits) {}

  intercept(context: ExecutionContext, next: CallHandler<Reply>): Observable<string> {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithVisit>();
    const response = http.getResponse<Response>();
    const visit = this.visits.of(request);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const replies = isRead && this.visits.isSpareSpelling(request) ? of<Reply>(movedTo(withoutLanguage(request.originalUrl))) : next.handle();
    return replies.pipe(map((reply) => send(reply, visit, response)));
  }
}
