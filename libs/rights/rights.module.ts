import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { Events } from '#platform/events';
import { DataExportResolver } from './export/data-export.resolver.js';
import { DataExportService } from './export/data-export.service.js';
import { ExportWriter } from './export/export.writer.js';

@Module({
  imports: [AccountsModule],
  providers: [Events, DataExportService, DataExportResolver, ExportWriter],
  exports: [DataExportService, ExportWriter],
})
export class RightsModule {}
