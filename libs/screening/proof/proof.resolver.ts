import { Query, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { Proofs } from './proofs.js';

@Resolver()
export class ProofResolver {
  constructor(private readonly proofs: Proofs) {}

  @Access('everyone')
  @Query(() => String, { description: 'A task for a browser, as JSON (ALTCHA, PBKDF2/SHA-256): good once, for an hour. Solved, it goes into `writing.proof`; a first post without one waits until somebody has looked.' })
  proofTask(): Promise<string> {
    return this.proofs.task();
  }
}
