import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Actor } from '#platform/access';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { isScreened } from '#screening';
import { Look } from '../community/look.js';
import { type Language, LANGUAGES, TEXTS } from '../texts/index.js';
import type { Page, RequestWithVisit, Visit } from './visit.js';

/** Reads from a request who comes and in which language: the first part of the address, else the site's own. */
@Injectable()
export class Visits {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly look: Look,
  ) {}

  of(request: RequestWithVisit): Visit {
    request.visit ??= this.visit(request);
    return request.visit;
  }

  /** The same visit by somebody who has just signed in. */
  by(actor: Actor, visit: Visit): Visit {
    const { request } = visit;
    request.actor = actor;
    request.visit = this.visit(request);
    return request.visit;
  }

  /** Addresses that name the site's own language are another spelling of those that name none. */
  isSpareSpelling(request: RequestWithVisit): boolean {
    return languageIn(request.path) === this.runtime.settings.language;
  }

  /**
   * The language in which whoever comes to the front door from outside would rather read than in the site's own:
   * a member's choice, else the browser's. Null within the site, where the language was chosen, and for programs.
   */
  ratherIn({ request, page }: Visit): Language | null {
    const fromOutside = request.get('Sec-Fetch-Mode') === 'navigate' && request.get('Sec-Fetch-Site') !== 'same-origin';
    if (!fromOutside || request.path !== '/') return null;
    const wanted = request.actor?.isMember ? request.actor.language : request.acceptsLanguages([page.language, ...LANGUAGES]);
    return LANGUAGES.find((language) => language === wanted && language !== page.language) ?? null;
  }

  private visit(request: RequestWithVisit): Visit {
    const own = this.runtime.settings.language;
    const language = languageIn(request.path) ?? own;
    // what fails before the session is read (a body too large, say) is answered as to a guest
    const actor = (request.actor ?? Actor.guest(own)).reading(language);
    return { actor, request, page: this.page(request, actor, language) };
  }

  private page(request: RequestWithVisit, actor: Actor, language: Language): Page {
    const { settings } = this.runtime;
    const hrefIn = (other: Language, path: string) => (other === settings.language ? path : `/${other}${path === '/' ? '' : path}`);
    return {
      language,
      texts: TEXTS[language],
      siteName: this.look.community.name,
      timeZone: this.look.community.timeZone,
      claim: this.look.community.claim[language],
      logo: this.look.community.logo,
      theme: actor.theme,
      publicUrl: settings.publicUrl,
      rules: this.look.community.rules.current,
      path: withoutLanguage(request.originalUrl),
      now: new Date(),
      leaderboards: settings.leaderboards,
      screening: settings.screening,
      member: actor.id === null ? null : { key: actor.id, name: actor.name, keepsOrder: actor.isSuperUser, isScreened: isScreened(actor), isStaff: actor.isStaff, isAdmin: actor.isAdmin, mustAgree: actor.mustAgree, muted: actor.muted, silencedUntil: actor.silencedUntil, suspendedUntil: actor.suspendedUntil },
      href: (path) => hrefIn(language, path),
      hrefIn,
      asset: this.look.asset,
      mutationId: () => (actor.isMember ? randomUUID() : null),
    };
  }
}

function languageIn(path: string): Language | undefined {
  return LANGUAGES.find((language) => path === `/${language}` || path.startsWith(`/${language}/`));
}

/** One slash at the front, whatever came: two would be the address of another site, and browsers take a backslash for one. */
export function withoutLanguage(path: string): string {
  return path.replace(/^\/(?:de|en)(?=[/?]|$)/, '').replace(/^[/\\]*/, '/');
}
