import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestWithActor } from '#accounts';
import type { Actor, Theme } from '#platform/access';
import type { Language, Texts } from '../texts/index.js';

/** What a view knows of the request it answers; no view sees the request itself. */
export interface Page {
  language: Language;
  texts: Texts;
  siteName: string;
  /** The company's: in which times that somebody is held to are told and typed. */
  timeZone: string;
  /** What it is for, in the language of the page; empty where nobody said. */
  claim: string;
  /** The company's; null where its name stands for it. */
  logo: { path: string; width: number; height: number } | null;
  /** A member's choice; a guest's pages always look as the device has it. */
  theme: Theme;
  publicUrl: string;
  /** The number of the house rules in force; 0 where there are none. */
  rules: number;
  /** The address of this page without its language, query included. */
  path: string;
  now: Date;
  /** Whether there are lists of those who help most. */
  leaderboards: boolean;
  /** Whether what newcomers write is looked at before others see it. */
  screening: boolean;
  member: { key: string; name: string; keepsOrder: boolean; /** Nobody knows them yet. */ isScreened: boolean; isStaff: boolean; isAdmin: boolean; /** The house rules have changed, and they have not agreed yet. */ mustAgree: boolean; muted: readonly string[]; silencedUntil: Date | null; suspendedUntil: Date | null; /** They have ticked that they do, in a form that comes back. */ ticked?: boolean; /** Notifications, counted last of all. */ unread?: number } | null;
  /** The address of a path in the language of this page. */
  href(path: string): string;
  hrefIn(language: Language, path: string): string;
  asset(name: string): string;
  /** A fresh name for a form that is sent once; null for guests, whose pages are the same for everybody. */
  mutationId(): string | null;
}

/** A request to a page: who comes, and what its view will know. */
export interface Visit {
  actor: Actor;
  page: Page;
  request: RequestWithVisit;
}

export interface RequestWithVisit extends RequestWithActor {
  visit?: Visit;
}

export const Visiting = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const { visit } = context.switchToHttp().getRequest<RequestWithVisit>();
  if (!visit) throw new Error('This controller answers pages, but does not say so: mark it with @Pages().');
  return visit;
});
