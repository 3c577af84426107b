import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { USUAL_LIMITS, WIDE_LIMITS } from './limits/limit.table.js';
import { LIMIT_TABLE, Limits } from './limits/limits.js';
import { ClaimService } from './member/claim.service.js';
import { CreateAdminService } from './member/create-admin.service.js';
import { MEMBER_ENTITIES } from './member/member.entity.js';
import { MemberReader } from './member/member.reader.js';
import { MemberResolver } from './member/member.resolver.js';
import { RoleService } from './member/role.service.js';
import { SessionMiddleware } from './session/session.middleware.js';
import { SessionService } from './session/session.service.js';
import { Attempts } from './sign-in/attempts.js';
import { LocalStrategy } from './sign-in/local.strategy.js';
import { SignUpService } from './sign-in/sign-up.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(MEMBER_ENTITIES)],
  providers: [
    Attempts, ClaimService, CreateAdminService, Limits, LocalStrategy, MemberReader, MemberResolver, RoleService, SessionMiddleware, SessionService, SignUpService,
    { provide: LIMIT_TABLE, inject: [RUNTIME], useFactory: ({ settings }: Runtime) => (settings.limits === 'wide' ? WIDE_LIMITS : USUAL_LIMITS) },
  ],
  exports: [CreateAdminService, Limits, LIMIT_TABLE, MemberReader, RoleService, SessionMiddleware, SessionService, SignUpService],
})
export class AccountsModule {}
