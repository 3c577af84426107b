/** Jobs: what runs after the commit, once its transaction is through. */
export { JOB_CRONTAB, JOB_TASKS, JobRunner } from './job.runner.js';
export { housekeepingTasks } from './housekeeping.tasks.js';
