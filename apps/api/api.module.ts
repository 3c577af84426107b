import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { AuthController } from './auth.controller.js';
import { UploadController } from './upload.controller.js';

/** HTTP for programs: sign-in and files; GraphQL is mounted by its own module. */
@Module({ imports: [AccountsModule, ForumModule], controllers: [AuthController, UploadController] })
export class ApiModule {}
