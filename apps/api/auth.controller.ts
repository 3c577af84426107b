import { Body, Controller, HttpCode, Inject, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { clearSessionCookie, LocalGuard, type RequestWithActor, SessionService, setSessionCookie, SignUpInput, SignUpService } from '#accounts';
import { encodeId } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { RefusedFilter } from './refused.filter.js';

/** Sign-up, sign-in and sign-out for programs (JSON); people use the pages, which do the same. */
@Controller('auth')
@UseFilters(RefusedFilter)
export class AuthController {
  constructor(
    private readonly signUps: SignUpService,
    private readonly sessions: SessionService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** {name, email, password, language?} -> 201 {memberId} and the session's cookie; 422 {problem} otherwise. */
  @Post('sign-up')
  async signUp(@Body() input: SignUpInput, @Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response) {
    const memberId = await this.signUps.signUp(input, request.ip ?? '');
    await this.enter(memberId, request, response);
    return { memberId: encodeId('member', memberId) };
  }

  /** {email, password} -> 200 {memberId} and the session's cookie; 401 where they do not fit, 429 after too many. */
  @Post('sign-in')
  @HttpCode(200)
  @UseGuards(LocalGuard)
  async signIn(@Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response) {
    const { memberId, refused } = request.user as { memberId: string | null; refused: Error | null };
    if (refused) throw refused;
    if (memberId === null) {
      response.status(401);
      return { problem: { code: 'WrongCredentials' } };
    }
    await this.enter(memberId, request, response);
    return { memberId: encodeId('member', memberId) };
  }

  /** Ends the session; fine without one, too. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (request.sessionToken) await this.sessions.end(request.sessionToken);
    clearSessionCookie(response, this.runtime.settings.secureCookies);
  }

  private async enter(memberId: string, request: RequestWithActor, response: Response): Promise<void> {
    const token = await this.sessions.open(memberId, { userAgent: request.get('user-agent') ?? '', ip: request.ip ?? '' }, request.sessionToken);
    setSessionCookie(response, token, this.runtime.settings.secureCookies);
  }
}
