import type { Response } from 'express';
import { htmlOf } from '../html/html.js';
import { heard } from '../parts/problem-summary.view.js';
import type { Reply } from './reply.js';
import type { Visit } from './visit.js';

// Proxies may keep a guest's page for moments; browsers ask each time and are mostly told "not modified"
const FOR_GUESTS = 'public, max-age=0, s-maxage=10, must-revalidate';
const FOR_ONE = 'private, no-store';
// What a guest has sent comes back to them when they go back: without it browsers show an error instead. What it holds they have typed in this browser, where it is kept anyway.
const FOR_GOING_BACK = 'private, no-cache';
// behind a link that one person was sent, or with an address in it
const SECRET = /^(?:\/(?:de|en))?\/(?:invitation|reset|verify|change-address|unsubscribe)\//;

/** Sets status and headers, and answers the body. */
export function send(reply: Reply, { request, page }: Visit, response: Response): string {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const forEverybody = isRead && reply.status === 200 && !request.sessionToken && page.member === null && !SECRET.test(request.path) && request.query['email'] === undefined;
  response.status(reply.status);
  response.set('Vary', request.path === '/' ? 'Cookie, Accept-Language, Sec-Fetch-Mode, Sec-Fetch-Site' : 'Cookie'); // the front door looks for the language
  response.set('Cache-Control', forEverybody ? FOR_GUESTS : isRead || page.member || response.hasHeader('Set-Cookie') ? FOR_ONE : FOR_GOING_BACK);
  response.set('Content-Language', page.language);
  if ('to' in reply) {
    response.location(reply.to);
    return '';
  }
  response.type('html');
  return `<!doctype html>${heard(() => htmlOf(reply.view)).made}`;
}
