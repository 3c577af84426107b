import type { Response } from 'express';

/** `__Host-` binds the cookie to this very host and to https; a plain name where there is no https (trying it out). */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-kundig' : 'kundig';
}

const DAY_MS = 86_400_000;
export const SESSION_DAYS = 60; // people come back in weeks, not hours; every sign-out ends it at once

export function setSessionCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(sessionCookieName(secure), token, { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: SESSION_DAYS * DAY_MS });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(sessionCookieName(secure), { httpOnly: true, secure, sameSite: 'lax', path: '/' });
}

/** The session token out of the Cookie header, without a parser for all the others. */
export function readSessionCookie(header: string | undefined, secure: boolean): string | null {
  const name = sessionCookieName(secure);
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
