import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { LiveModule } from '#platform/live';
import { AuthController } from './auth.controller.js';
import { LiveSocket } from './live.socket.js';
import { UploadController } from './upload.controller.js';

/** HTTP for programs: sign-in, files and subscriptions; GraphQL is mounted by its own module. */
@Module({ imports: [AccountsModule, ForumModule, LiveModule], controllers: [AuthController, UploadController], providers: [LiveSocket] })
export class ApiModule {}
