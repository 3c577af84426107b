import { Body, Get, Inject, Post, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { clearSessionCookie, LocalGuard, SessionService, type SignInOutcome, SignUpInput, SignUpService } from '#accounts';
import { tellProblem } from '#platform/graphql';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { Proofs } from '#screening';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { writingIn } from '../screening/writing.js';
import { Entering } from './entering.js';
import { nextAddress, typedIn } from './next.address.js';
import { draftIn } from './sent.form.js';
import { SignInToSendView } from './sign-in-to-send.view.js';
import { SignInView, SignUpView } from './sign-in.view.js';
import { SignUpRefusedFilter } from './sign-up-refused.filter.js';

interface NextQuery {
  next?: string;
  /** The address that was typed at sign-up. */
  email?: string | string[];
}

/** Sign-in, sign-up and sign-out for people; programs have the same below /auth. */
@Pages()
export class SignInController {
  constructor(
    private readonly signUps: SignUpService,
    private readonly sessions: SessionService,
    private readonly entering: Entering,
    private readonly proofs: Proofs,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('sign-in')
  signInForm(@Visiting() { page }: Visit, @Query() query: NextQuery): Reply {
    const next = nextAddress(query.next);
    return page.member ? goTo(next || page.href('/')) : show(<SignInView page={page} next={next} email={typedIn(query.email)} />);
  }

  @Get('sign-up')
  signUpForm(@Visiting() { page }: Visit, @Query() query: NextQuery): Reply {
    const next = nextAddress(query.next);
    return page.member ? goTo(next || page.href('/')) : show(<SignUpView page={page} next={next} />);
  }

  @Post('sign-in')
  @UseGuards(LocalGuard)
  async signIn(@Visiting() visit: Visit, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    const { page, request } = visit;
    const fields = fieldsOf(request);
    const { memberId, compared, refused } = request.user as SignInOutcome;
    if (memberId !== null) return this.entering.enter(memberId, visit, fields, response, compared);
    const state = { email: fields['email'] ?? '', message: refused ? tellProblem(refused.problem, page.language).message : page.texts.people.wrong };
    const draft = draftIn(fields);
    const status = refused ? 429 : 422;
    return show(draft ? <SignInToSendView page={page} draft={draft} signIn={state} /> : <SignInView page={page} next={nextAddress(fields['next'])} state={state} />, status);
  }

  @Post('sign-up')
  @UseFilters(SignUpRefusedFilter)
  async signUp(@Visiting() visit: Visit, @Body() input: SignUpInput, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    const { page, request } = visit;
    const { proof, decoy } = writingIn(fieldsOf(request));
    const { memberId, enters } = await this.signUps.signUp({ ...input, language: page.language }, request.ip ?? '');
    if (memberId !== null && proof && !decoy) await this.proofs.keep(memberId, proof);
    if (!enters || memberId === null) return this.entering.later(memberId, visit, fieldsOf(request));
    return this.entering.enter(memberId, visit, fieldsOf(request), response);
  }

  @Post('sign-out')
  async signOut(@Visiting() { page, request }: Visit, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    if (request.sessionToken) await this.sessions.end(request.sessionToken);
    clearSessionCookie(response, this.runtime.settings.secureCookies);
    response.set('Clear-Site-Data', '"storage"'); // what was typed and not sent is nobody else's who uses this browser next
    return goTo(page.href('/'));
  }
}
