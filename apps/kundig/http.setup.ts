import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { bearerOf, Reads, SessionMiddleware } from '#accounts';
import type { Settings } from '#platform/config';
import { LiveSocket } from '../api/live.socket.js';
import { fairTurns } from './fair.turns.js';
import { readLimit } from './read.limit.js';

const BODY_LIMIT = '1mb'; // a post of 30,000 characters, each escaped in a form, and room so that a longer one comes back to its writer

/** What every request passes, whichever program answers it. */
export function setUpHttp(app: NestExpressApplication, settings: Settings): void {
  app.set('trust proxy', settings.trustProxy);
  app.disable('x-powered-by');
  app.set('query parser', firstOfEach);
  app.use(securityHeaders(settings));
  if (settings.filesOrigin) app.use(filesAlone(new URL(settings.filesOrigin).host));
  app.use(refuseOtherSites(settings));
  app.use(noPageAsPicture);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.useBodyParser('urlencoded', { limit: BODY_LIMIT, extended: false });
  app.use(onlyTexts);
  if (!settings.roles.includes('api')) app.use('/graphql', notHere); // pages run GraphQL in-process, whoever serves it to programs
  const sessions = app.get(SessionMiddleware);
  const limit = readLimit(app.get(Reads));
  const turns = settings.limits === 'wide' ? null : fairTurns();
  app.use((request: Request, response: Response, next: NextFunction) => {
    // what never depends on who asks costs no look into the sessions
    if (request.path.startsWith('/assets/') || request.path === '/health') return next();
    sessions.use(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      limit(request, response, (refusal?: unknown) => (refusal === undefined && turns ? turns(request, response, next) : next(refusal)));
    });
  });
  if (settings.roles.includes('api')) app.use('/graphql', app.get(LiveSocket).open);
}

/** An address that names something twice means the first: pages ask for texts, never for lists. */
function firstOfEach(query: string): Record<string, string> {
  const first: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) first[name] ??= value;
  return first;
}

const FIELDS_MOST = 60; // twice what the longest form has

/** A form is a few texts, and in JSON a few numbers, which forms send as texts. Whatever else a body holds would only keep the checks behind it busy: 80,000 names took them 16 seconds. */
function onlyTexts(request: Request, _response: Response, next: NextFunction): void {
  const body: unknown = request.body;
  if (request.path.startsWith('/graphql') || body === undefined) return next();
  const texts = Object.create(null) as Record<string, string>;
  let taken = 0;
  for (const name in body as object) {
    const value = [(body as Record<string, unknown>)[name]].flat()[0];
    if (typeof value === 'string' || typeof value === 'number') texts[name] = String(value);
    taken += 1;
    if (taken === FIELDS_MOST) break;
  }
  request.body = { ...texts };
  next();
}

/** The host of files answers nothing else: no page, no session, no form. */
function filesAlone(host: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.host !== host || (request.path.startsWith('/files/') && ['GET', 'HEAD'].includes(request.method))) return next();
    response.status(404).type('text/plain').send('There are only files here.');
  };
}

/** A picture in a post may have any address, and the browsers of all who read it ask for that in their name: nothing but what can be a picture is made for them. */
function noPageAsPicture(request: Request, response: Response, next: NextFunction): void {
  const canBe = request.path.startsWith('/files/') || request.path.startsWith('/assets/');
  if (canBe || request.get('sec-fetch-dest') !== 'image') return next();
  response.status(404).set('Cache-Control', 'no-store').type('text/plain').send('There is no picture here.');
}

function notHere(_request: Request, response: Response): void {
  response.status(404).type('text/plain').send('This process does not serve the API.');
}

function securityHeaders(settings: Settings) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'https:', 'data:', ...(settings.filesOrigin ? [settings.filesOrigin] : [])], // posts show pictures from elsewhere
        connectSrc: ["'self'"],
        requireTrustedTypesFor: ["'script'"], // no text becomes HTML but by the one policy of elements/pages.ts
        trustedTypes: ['kundig'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' }, // the same as frame-ancestors, for browsers that know only this
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' }, // no-referrer makes browsers send `Origin: null` with our own forms
    strictTransportSecurity: settings.secureCookies ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false, // pictures from elsewhere do not opt in
  });
}

/**
 * A form on another site may not act in a member's name. Browsers say where a request comes from; programs say nothing and bring no cookies.
 * Where PUBLIC_URL says what our own address is, it is compared with that; on one's own machine, with the address that was called.
 */
function refuseOtherSites({ publicUrl }: Settings) {
  const { hostname, origin: known } = new URL(publicUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (request: Request, response: Response, next: NextFunction): void => {
    // a socket reads and answers like a script of ours would: browsers let every site open one, and send our cookies along
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !request.get('upgrade')) return next();
    if (bearerOf(request) !== null) return next(); // no other site can make a browser send it, and no cookie counts beside it
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const isOurs = (from: string) => (isLocal ? hostOf(from) === request.get('host') : from === known);
    if (site ? site === 'same-origin' || site === 'none' : origin === undefined || isOurs(origin)) return next();
    response.status(403).type('text/plain').send('This request came from another site and was refused.');
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
