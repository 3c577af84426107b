import { Body, Controller, HttpCode, Inject, Post, Req, Res, UnauthorizedException, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import {
  ChangeAddressInput, ChangeAddressService, clearSessionCookie, ForgotInput, LinkInput, LocalGuard, PasswordResetService, type RequestWithActor, ResetInput,
  SessionService, setSessionCookie, type SignInOutcome, SignUpInput, SignUpService, VerificationService,
} from '#accounts';
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
    private readonly verification: VerificationService,
    private readonly resets: PasswordResetService,
    private readonly addresses: ChangeAddressService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** {name, email, password, language?, rules: the number of the house rules, which they agree to} -> 201 {memberId} and the session's cookie, or, where addresses are verified by mail, 202 {mailed} whether the address had an account or not; 422 {problem} otherwise. */
  @Post('sign-up')
  async signUp(@Body() input: SignUpInput, @Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response) {
    const { memberId, enters } = await this.signUps.signUp(input, request.ip ?? '');
    if (!enters || memberId === null) {
      response.status(202);
      return { mailed: true };
    }
    await this.enter(memberId, request, response);
    return { memberId: encodeId('member', memberId) };
  }

  /** {email, password} -> 200 {memberId} and the session's cookie; 401 where they do not fit, 429 after too many. */
  @Post('sign-in')
  @HttpCode(200)
  @UseGuards(LocalGuard)
  async signIn(@Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response) {
    const { memberId, compared, refused } = request.user as SignInOutcome;
    if (refused) throw refused;
    if (memberId === null) {
      response.status(401);
      return { problem: { code: 'WrongCredentials' } };
    }
    await this.enter(memberId, request, response, compared);
    return { memberId: encodeId('member', memberId) };
  }

  /** Ends the session; fine without one, too. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (request.sessionToken) await this.sessions.end(request.sessionToken);
    clearSessionCookie(response, this.runtime.settings.secureCookies);
  }

  /** {token} out of the mailed link -> 204; 410 where it is none (any more). What its member had saved is published. */
  @Post('verify')
  @HttpCode(204)
  async verify(@Body() { token }: LinkInput, @Res({ passthrough: true }) response: Response) {
    return (await this.verification.confirm(token)) === null ? gone(response) : undefined;
  }

  /** {email} -> 202, whether it has an account or not; 429 after too many. */
  @Post('forgot')
  @HttpCode(202)
  async forgot(@Body() { email }: ForgotInput, @Req() request: RequestWithActor) {
    await this.resets.request(email, request.ip ?? '');
    return { mailed: true };
  }

  /** {token, password} -> 200 {memberId} and the session's cookie, every other session ended; 410 where the link is none (any more). */
  @Post('reset')
  @HttpCode(200)
  async reset(@Body() { token }: LinkInput, @Body() { password }: ResetInput, @Req() request: RequestWithActor, @Res({ passthrough: true }) response: Response) {
    const memberId = await this.resets.reset(token, password);
    if (memberId === null) return gone(response);
    await this.enter(memberId, request, response);
    return { memberId: encodeId('member', memberId) };
  }

  /** Signed in, {email, password} -> 202: the link is on its way to the new address, whether it has an account or not. */
  @Post('change-address')
  @HttpCode(202)
  async changeAddress(@Body() input: ChangeAddressInput, @Req() request: RequestWithActor) {
    if (!request.actor.isMember) throw new UnauthorizedException();
    await this.addresses.request(request.actor, input, request.ip ?? '');
    return { mailed: true };
  }

  /** {token} out of the link sent to the new address -> 204; 410 where it is none (any more), 422 where somebody else has the address by now. */
  @Post('confirm-address')
  @HttpCode(204)
  async confirmAddress(@Body() { token }: LinkInput, @Res({ passthrough: true }) response: Response) {
    return (await this.addresses.confirm(token)) ? undefined : gone(response);
  }

  private async enter(memberId: string, request: RequestWithActor, response: Response, compared: string | null = null): Promise<void> {
    const token = await this.sessions.open(memberId, { userAgent: request.get('user-agent') ?? '', ip: request.ip ?? '' }, request.sessionToken, compared);
    setSessionCookie(response, token, this.runtime.settings.secureCookies);
  }
}

function gone(response: Response) {
  response.status(410);
  return { problem: { code: 'LinkNotGood' } };
}
