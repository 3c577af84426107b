import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { Events } from '#platform/events';
import { CountedRows } from './erasure/counted.rows.js';
import { ErasureResolver } from './erasure/erasure.resolver.js';
import { ErasureRunner } from './erasure/erasure.runner.js';
import { ErasureService } from './erasure/erasure.service.js';
import { NamedTexts } from './erasure/named.texts.js';
import { OtherRows } from './erasure/other.rows.js';
import { OwnFiles } from './erasure/own.files.js';
import { OwnTexts } from './erasure/own.texts.js';
import { ToldKnowledge } from './erasure/told.knowledge.js';
import { ToldTexts } from './erasure/told.texts.js';
import { DataExportResolver } from './export/data-export.resolver.js';
import { DataExportService } from './export/data-export.service.js';
import { ExportWriter } from './export/export.writer.js';

@Module({
  imports: [AccountsModule, ForumModule],
  providers: [
    ErasureService, ErasureResolver, ErasureRunner, NamedTexts, ToldKnowledge, ToldTexts, OwnFiles, OwnTexts, CountedRows, OtherRows,
    Events, DataExportService, DataExportResolver, ExportWriter,
  ],
  exports: [ErasureRunner, ErasureService, DataExportService, ExportWriter],
})
export class RightsModule {}
