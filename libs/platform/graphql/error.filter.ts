import { type ArgumentsHost, Catch, HttpException, Logger } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { Response } from 'express';

/**
 * The last stop of every error. In GraphQL it goes on to formatError, which knows what strangers may read and logs the rest;
 * elsewhere a fault of ours is logged as its stack alone: the error object of a failed query carries its parameters, secrets included.
 */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  private readonly log = new Logger('HTTP');

  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error; // graphql-js throws on an error that a resolver returns
    if (error instanceof HttpException || isHttpError(error)) return super.catch(error, host);
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.status(500).json({ problem: { code: 'Internal', message: 'Something went wrong on our side.' } });
    return undefined;
  }
}

/** Errors of the body parsers: too large, not JSON. */
function isHttpError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'statusCode' in error && Number(error.statusCode) < 500;
}
