import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Events } from '#platform/events';
import { MailModule } from '#platform/mail';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { AccountMails } from './address/account.mails.js';
import { ChangeAddressService } from './address/change-address.service.js';
import { MailLinks } from './address/mail-link.js';
import { PasswordResetService } from './address/password-reset.service.js';
import { VerificationService } from './address/verification.service.js';
import { AcceptInvitationService } from './invitation/accept-invitation.service.js';
import { InvitationReader } from './invitation/invitation.reader.js';
import { InvitationResolver } from './invitation/invitation.resolver.js';
import { InvitationService } from './invitation/invitation.service.js';
import { type LimitTable, USUAL_LIMITS, WIDE_LIMITS } from './limits/limit.table.js';
import { LIMIT_TABLE, Limits } from './limits/limits.js';
import { Reads } from './limits/reads.js';
import { AccountResolver, TokenPayloadResolver } from './member/account.resolver.js';
import { ClaimService } from './member/claim.service.js';
import { CreateAdminService } from './member/create-admin.service.js';
import { MEMBER_ENTITIES } from './member/member.entity.js';
import { MemberReader } from './member/member.reader.js';
import { MemberResolver } from './member/member.resolver.js';
import { RoleService } from './member/role.service.js';
import { MuteResolver } from './muting/mute.resolver.js';
import { MuteService } from './muting/mute.service.js';
import { Names } from './names/names.js';
import { Credentials } from './session/credentials.js';
import { SessionMiddleware } from './session/session.middleware.js';
import { SessionService } from './session/session.service.js';
import { Attempts } from './sign-in/attempts.js';
import { LocalStrategy } from './sign-in/local.strategy.js';
import { PasswordService } from './sign-in/password.service.js';
import { SignUpCheck } from './sign-in/sign-up.check.js';
import { SignUpService } from './sign-in/sign-up.service.js';
import { TokenService } from './token/token.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(MEMBER_ENTITIES), MailModule],
  providers: [
    MuteService, MuteResolver, AccountResolver, TokenPayloadResolver, Names, PasswordService, TokenService,
    AcceptInvitationService, InvitationReader, InvitationResolver, InvitationService,
    AccountMails, ChangeAddressService, Events, MailLinks, PasswordResetService, VerificationService,
    Attempts, ClaimService, Credentials, CreateAdminService, Limits, LocalStrategy, MemberReader, MemberResolver, RoleService, SessionMiddleware, SessionService, SignUpCheck, SignUpService,
    { provide: LIMIT_TABLE, inject: [RUNTIME], useFactory: ({ settings }: Runtime) => (settings.limits === 'wide' ? WIDE_LIMITS : USUAL_LIMITS) },
    { provide: Reads, inject: [LIMIT_TABLE], useFactory: ({ readsAMinute }: LimitTable) => new Reads(readsAMinute) },
  ],
  exports: [AcceptInvitationService, Attempts, Names, PasswordService, TokenService, AccountMails, ChangeAddressService, PasswordResetService, VerificationService, Credentials, CreateAdminService, Limits, LIMIT_TABLE, MemberReader, Reads, RoleService, SessionMiddleware, SessionService, SignUpService],
})
export class AccountsModule {}
