import { Module } from '@nestjs/common';
import { SpamFilter } from './filter/spam.filter.js';
import { ProofResolver } from './proof/proof.resolver.js';
import { Proofs } from './proof/proofs.js';
import { Screening } from './screening.js';
import { Watch } from './watch.js';

@Module({
  providers: [Screening, SpamFilter, Proofs, ProofResolver, Watch],
  exports: [Screening, Proofs, Watch],
})
export class ScreeningModule {}
