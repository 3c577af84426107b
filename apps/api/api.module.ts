import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AuthController } from './auth.controller.js';
import { HealthController } from './health.controller.js';

/** HTTP for programs: GraphQL (mounted by its own module), sign-in, health. */
@Module({ imports: [AccountsModule], controllers: [AuthController, HealthController] })
export class ApiModule {}
