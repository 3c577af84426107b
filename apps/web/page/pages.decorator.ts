import { applyDecorators, Controller, UseInterceptors } from '@nestjs/common';
import { LANGUAGES } from '../texts/index.js';
import { PageInterceptor } from './page.interceptor.js';

/** A controller of pages: each address also below the name of a language. */
export function Pages(): ClassDecorator {
  return applyDecorators(Controller(['/', ...LANGUAGES]), UseInterceptors(PageInterceptor));
}
