import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { CurrentActor, type GraphqlContext, Input } from '#platform/graphql';
import { Names } from '../names/names.js';
import { SessionService } from '../session/session.service.js';
import { ChangeLanguageInput, ChangeNameInput, ChangePasswordInput, ChangeThemeInput, RevokeSessionInput, Session, ThemeChoice } from '../session/session.type.js';
import { PasswordService } from '../sign-in/password.service.js';
import { TokenService } from '../token/token.service.js';
import { AccessToken, CreateTokenInput, RevokeTokenInput, TokenPayload } from '../token/token.type.js';
import { MemberReader } from './member.reader.js';
import { Member, MemberPayload } from './member.type.js';

/** What members see and change of their own account alone. */
@Resolver(() => Member)
export class AccountResolver {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionService,
    private readonly tokens: TokenService,
    private readonly passwords: PasswordService,
    private readonly names: Names,
    private readonly members: MemberReader,
  ) {}

  @ResolveField('sessions', () => [Session], { nullable: true, description: 'One’s own sessions, the latest first; null on other members, and for tokens.' })
  sessionList(@Parent() member: Member, @CurrentActor() actor: Actor): Promise<Session[]> | null {
    return isOwn(actor, member) ? this.sessions.list(actor) : null;
  }

  @ResolveField('tokens', () => [AccessToken], { nullable: true, description: 'One’s own personal access tokens, the latest first; null on other members, and for tokens.' })
  tokenList(@Parent() member: Member, @CurrentActor() actor: Actor): Promise<AccessToken[]> | null {
    return isOwn(actor, member) ? this.tokens.list(actor.memberId) : null;
  }

  @ResolveField('language', () => String, { nullable: true, description: 'The language of one’s mails, de or en; null on other members.' })
  async language(@Parent() member: Member, @CurrentActor() actor: Actor): Promise<string | null> {
    if (!isOwn(actor, member)) return null;
    return (await this.db.one<{ language: string }>('select language from member where id = $1', [actor.memberId]))!.language;
  }

  @ResolveField('theme', () => ThemeChoice, { nullable: true, description: 'How pages look to oneself; null on other members.' })
  async theme(@Parent() member: Member, @CurrentActor() actor: Actor): Promise<ThemeChoice | null> {
    if (!isOwn(actor, member)) return null;
    return (await this.db.one<{ theme: ThemeChoice }>('select theme from member where id = $1', [actor.memberId]))!.theme;
  }

  @Access('member')
  @Mutation(() => TokenPayload, { description: 'Makes a personal access token. Its secret is answered this once; the password is asked again.' })
  async createToken(@CurrentActor() actor: Actor, @Input() input: CreateTokenInput, @Context() context: GraphqlContext) {
    const { secret } = await this.tokens.create(actor, input);
    context.loaders.set(SECRET, secret); // beside the reply, which is kept for 48 hours under its clientMutationId
    return { memberKey: actor.memberId };
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => TokenPayload, { description: 'Ends a personal access token, at once.' })
  async revokeToken(@CurrentActor() actor: Actor, @Input() input: RevokeTokenInput) {
    await this.tokens.revoke(actor, input.tokenId);
    return { memberKey: actor.memberId };
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => MemberPayload, { description: 'Ends one of one’s own sessions, at once.' })
  async revokeSession(@CurrentActor() actor: Actor, @Input() input: RevokeSessionInput) {
    await this.sessions.revoke(actor, input.sessionId);
    return { memberKey: actor.memberId };
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => MemberPayload, { description: 'Changes one’s password; all other sessions end, and all tokens.' })
  async changePassword(@CurrentActor() actor: Actor, @Input() input: ChangePasswordInput) {
    await this.passwords.change(actor, input.password, input.newPassword);
    return { memberKey: actor.memberId };
  }

  @Access('member')
  @Mutation(() => MemberPayload, { description: 'Changes one’s name, once in 30 days. What looks like another’s, or speaks for the company, is refused.' })
  async changeName(@CurrentActor() actor: Actor, @Input() input: ChangeNameInput) {
    await this.names.change(actor, input.name);
    return { memberKey: actor.memberId };
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => MemberPayload, { description: 'Changes the language of one’s mails.' })
  async changeLanguage(@CurrentActor() actor: Actor, @Input() input: ChangeLanguageInput) {
    await this.db.query('update member set language = $2 where id = $1', [actor.memberId, input.language]);
    return { memberKey: actor.memberId };
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => MemberPayload, { description: 'Changes how pages look: as the device has it, light, or dark.' })
  async changeTheme(@CurrentActor() actor: Actor, @Input() input: ChangeThemeInput) {
    await this.db.query('update member set theme = $2 where id = $1', [actor.memberId, input.theme]);
    return { memberKey: actor.memberId };
  }

  @Access('admin')
  @Query(() => [Member], { description: 'Members whose names could be taken for this one’s: to look at when somebody becomes staff.' })
  async lookAlikes(@Args('id', { type: () => ID, description: 'mem_ and a number.' }) id: string): Promise<Member[]> {
    const key = decodeId('member', id);
    const keys = key ? await this.names.like(key) : [];
    const found = await Promise.all(keys.slice(0, LOOK_ALIKES_MOST).map((each) => this.members.byId(each)));
    return found.filter((member) => member !== null);
  }
}

@Resolver(() => TokenPayload)
export class TokenPayloadResolver {
  constructor(private readonly tokens: TokenService) {}

  @ResolveField('secret', () => String, { nullable: true, description: 'What the program sends as `Authorization: Bearer`. Shown this once: null when the call is repeated.' })
  secret(@Context() context: GraphqlContext): string | null {
    return (context.loaders.get(SECRET) as string | undefined) ?? null;
  }

  @ResolveField('tokens', () => [AccessToken], { nullable: true, description: 'The member’s tokens, the latest first; null where nothing was done.' })
  tokenList(@Parent() payload: TokenPayload): Promise<AccessToken[]> | null {
    return payload.memberKey ? this.tokens.list(payload.memberKey) : null;
  }
}

const SECRET = 'secret of a new token';
const LOOK_ALIKES_MOST = 50;

function isOwn(actor: Actor, member: Member): boolean {
  return actor.id !== null && actor.scopes === null && member.id === `mem_${actor.id}`;
}
