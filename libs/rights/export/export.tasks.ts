import type { TaskList } from 'graphile-worker';
import type { DataExportService } from './data-export.service.js';
import type { ExportWriter } from './export.writer.js';

export function exportTasks(writer: ExportWriter, exports: DataExportService): TaskList {
  return {
    'export-data': async (payload, { job }) => {
      const { exportId } = payload as { exportId: string };
      try {
        await writer.make(exportId);
      } catch (error) {
        if (job.attempts >= job.max_attempts) await writer.failed(exportId);
        throw error;
      }
    },
    'sweep-exports': () => exports.sweep(),
  };
}

export const EXPORT_CRONTAB = '7 * * * * sweep-exports';
