import { Controller, Get, Header } from '@nestjs/common';
import { Proofs } from '#screening';

/** The task for prove-work.js. Not below a language: it has no words. */
@Controller()
export class ProofController {
  constructor(private readonly proofs: Proofs) {}

  @Get('proof')
  @Header('Cache-Control', 'no-store')
  @Header('Content-Type', 'application/json; charset=utf-8')
  task(): Promise<string> {
    return this.proofs.task();
  }
}
