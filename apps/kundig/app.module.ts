import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { KnowledgeModule } from '#knowledge';
import { NotificationsModule } from '#notifications';
import { DatabaseModule } from '#platform/database';
import { GraphqlModule } from '#platform/graphql';
import { MailModule } from '#platform/mail';
import { type Runtime, RuntimeModule } from '#platform/runtime';
import { ApiModule } from '../api/api.module.js';
import { WebModule } from '../web/web.module.js';
import { WorkerModule } from '../worker/worker.module.js';
import { FilesController } from './files.controller.js';
import { HealthController } from './health.controller.js';

/** One process: the slices, and the programs that its roles name. */
@Module({})
export class AppModule {
  static with(runtime: Runtime): DynamicModule {
    const has = (role: 'api' | 'web' | 'worker') => runtime.settings.roles.includes(role);
    const imports: ModuleMetadata['imports'] = [RuntimeModule.with(runtime), DatabaseModule, GraphqlModule, MailModule, AccountsModule, ForumModule, KnowledgeModule, NotificationsModule];
    if (has('api')) imports.push(ApiModule);
    if (has('web')) imports.push(WebModule);
    if (has('worker')) imports.push(WorkerModule);
    // whatever a process does, something asks whether it lives; files are given out by whoever answers people or programs
    return { module: AppModule, imports, controllers: has('api') || has('web') ? [HealthController, FilesController] : [HealthController] };
  }
}
