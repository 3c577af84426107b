import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
  providers: [Attempts, ClaimService, CreateAdminService, LocalStrategy, MemberReader, MemberResolver, RoleService, SessionMiddleware, SessionService, SignUpService],
  exports: [CreateAdminService, MemberReader, RoleService, SessionMiddleware, SessionService, SignUpService],
})
export class AccountsModule {}
