import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AuthController } from './auth.controller.js';

/** HTTP for programs: sign-in; GraphQL is mounted by its own module. */
@Module({ imports: [AccountsModule], controllers: [AuthController] })
export class ApiModule {}
