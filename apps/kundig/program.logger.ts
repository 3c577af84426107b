import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Settings } from '#platform/config';

const ALL: LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
const SHOWN: Record<Settings['logLevel'], number> = { silent: 0, fatal: 1, error: 2, warn: 3, info: 4, debug: 5, trace: 6 };

// Nest tells every module and route at the level of what an operator wants to know: that is for debugging
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'GraphQLModule', 'NestApplication']);

/** Lines for people on a terminal, JSON for machines. */
export class ProgramLogger extends ConsoleLogger {
  constructor(private readonly least: Settings['logLevel']) {
    super({ json: !process.stdout.isTTY, colors: process.stdout.isTTY, logLevels: ALL.slice(0, SHOWN[least]) });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (this.least === 'info' && typeof context === 'string' && FRAMEWORK.has(context)) return;
    super.log(message, ...rest);
  }
}
