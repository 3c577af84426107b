/** Members: who they are, how they sign in, and the actor each request acts as. */
export { AccountsModule } from './accounts.module.js';
export { LIMIT_TABLE, Limits } from './limits/limits.js';
export { type Act, type LimitTable, USUAL_LIMITS, WIDE_LIMITS } from './limits/limit.table.js';
export { CreateAdminService } from './member/create-admin.service.js';
export { Member, MemberRole } from './member/member.type.js';
export { RoleService } from './member/role.service.js';
export { MemberReader, memberJson } from './member/member.reader.js';
export { nameKey } from './member/name.js';
export { SessionMiddleware, type RequestWithActor } from './session/session.middleware.js';
export { SessionService } from './session/session.service.js';
export { clearSessionCookie, setSessionCookie } from './session/session.cookie.js';
export { networkOf } from './sign-in/attempts.js';
export { LocalGuard } from './sign-in/local.guard.js';
export { SignInInput, SignUpInput } from './sign-in/sign-up.input.js';
export { SignUpService } from './sign-in/sign-up.service.js';
export { MEMBER_ENTITIES } from './member/member.entity.js';
