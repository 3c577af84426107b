import { Get, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { LANGUAGES } from '../texts/index.js';
import { type Visit, Visiting } from '../page/visit.js';
import {
  changeLanguageOperation, changeNameOperation, changePasswordOperation, changeThemeOperation, createTokenOperation, revokeSessionOperation, revokeTokenOperation, settingsOperation,
} from './settings.operation.js';
import { SettingsView } from './settings.view.js';
import { THEMES } from './themes.js';

/** A form that was refused, or the token just made: what the page shows this once. */
export interface Shown {
  form: 'name' | 'password' | 'language' | 'theme' | 'session' | 'token';
  fields: Fields;
  problem: ProblemParts | null;
  secret?: string | null;
}

const DONE = ['name', 'password', 'language', 'theme', 'session', 'token'] as const;
export type Done = (typeof DONE)[number];

/** One's own account: name, language, how pages look, password, where one is signed in, and tokens for programs. */
@Pages()
export class SettingsController {
  constructor(private readonly asking: Asking) {}

  @Get('settings')
  settings(@Visiting() visit: Visit, @Query('done') done?: string): Promise<Reply> {
    return this.show(visit, null, DONE.find((known) => known === done));
  }

  @Post('settings/name')
  async name(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (!visit.page.member) return signIn(visit);
    const { done } = await this.asking.ask(visit.actor, changeNameOperation, { input: { name: fields['name'] ?? '', ...sentOnce(fields) } });
    return this.reply(visit, 'name', fields, done.problem);
  }

  @Post('settings/language')
  async language(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (!visit.page.member) return signIn(visit);
    const { done } = await this.asking.ask(visit.actor, changeLanguageOperation, { input: { language: fields['language'] ?? '', ...sentOnce(fields) } });
    if (!done.problem) return goTo(visit.page.hrefIn(LANGUAGES.find((known) => known === fields['language']) ?? visit.page.language, '/settings?done=language'));
    return this.reply(visit, 'language', fields, done.problem);
  }

  @Post('settings/theme')
  async theme(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (!visit.page.member) return signIn(visit);
    const theme = THEMES.find((known) => known === fields['theme']) ?? 'device';
    const { done } = await this.asking.ask(visit.actor, changeThemeOperation, { input: { theme, ...sentOnce(fields) } });
    return this.reply(visit, 'theme', fields, done.problem);
  }

  @Post('settings/password')
  async password(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (!visit.page.member) return signIn(visit);
    const { password = '', newPassword = '' } = fields;
    // without a clientMutationId, as is the token: a hash of the input, password included, would be kept for 48 hours
    const { done } = await this.asking.ask(visit.actor, changePasswordOperation, { input: { password, newPassword } });
    return this.reply(visit, 'password', {}, done.problem); // passwords are not sent back
  }

  @Post('settings/session')
  async session(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (!visit.page.member) return signIn(visit);
    const { done } = await this.asking.ask(visit.actor, revokeSessionOperation, { input: { sessionId: fields['id'] ?? '', ...sentOnce(fields) } });
    return this.reply(visit, 'session', {}, done.problem);
  }

  @Post('settings/token')
  async token(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (!visit.page.member) return signIn(visit);
    const { name = '', days = '', password = '' } = fields;
    const scopes = (['read', 'write', 'admin'] as const).filter((scope) => fields[scope] !== undefined);
    const { done } = await this.asking.ask(visit.actor, createTokenOperation, {
      input: { name, password, days: /^\d{1,3}$/.test(days) ? Number(days) : 90, scopes: scopes.length > 0 ? scopes : ['read'] },
    });
    const { password: _, ...kept } = fields;
    if (done.problem) return this.reply(visit, 'token', kept, done.problem);
    return this.show(visit, { form: 'token', fields: {}, problem: null, secret: done.secret }); // no 303: the secret is in no address and nowhere else
  }

  @Post('settings/token/end')
  async endToken(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (!visit.page.member) return signIn(visit);
    const { done } = await this.asking.ask(visit.actor, revokeTokenOperation, { input: { tokenId: fields['id'] ?? '', ...sentOnce(fields) } });
    return this.reply(visit, 'token', {}, done.problem);
  }

  private reply(visit: Visit, form: Shown['form'], fields: Fields, problem: ProblemParts | null): Promise<Reply> | Reply {
    return problem ? this.show(visit, { form, fields, problem }) : goTo(visit.page.href(`/settings?done=${form}`));
  }

  private async show(visit: Visit, shown: Shown | null, done?: Done): Promise<Reply> {
    if (!visit.page.member) return signIn(visit);
    const { viewer } = await this.asking.ask(visit.actor, settingsOperation, {});
    return show(<SettingsView page={visit.page} viewer={viewer!} shown={shown} done={done} />, shown?.problem ? statusOf(shown.problem) : 200);
  }
}

function signIn({ page }: Visit): Reply {
  return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/settings'))}`));
}

function sentOnce(fields: Fields) {
  return { clientMutationId: fields['clientMutationId'] ?? null };
}
