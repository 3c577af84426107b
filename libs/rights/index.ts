/** What members may demand of what is kept of them: all of it as a file, and that nothing is kept any more. */
export { RightsModule } from './rights.module.js';
export { DataExportService, EXPORT_PATH } from './export/data-export.service.js';
export { ExportWriter } from './export/export.writer.js';
export { EXPORT_CRONTAB, exportTasks } from './export/export.tasks.js';
export { ErasureRunner } from './erasure/erasure.runner.js';
export { ErasureService } from './erasure/erasure.service.js';
export { ERASURE_CRONTAB, erasureTasks } from './erasure/erasure.tasks.js';
