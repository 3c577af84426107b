/** Exports and erasures take minutes: one at a time, or four who leave would hold up every mail. */
export const RIGHTS_QUEUE = 'rights';

/** SQL: whether a job with this key is there that will still run. One whose last try failed, or was killed, stays and never does. */
export function hasJob(key: string): string {
  return `exists (select from graphile_worker.jobs job where job.key = ${key} and (job.attempts < job.max_attempts or job.locked_at is not null))`;
}

/** SQL: adds the job of an account that goes, or begins it again. */
export function addErasure(memberId: string, tries: number): string {
  return `graphile_worker.add_job('erase-member', json_build_object('memberId', ${memberId}::text), max_attempts => ${tries}, queue_name => '${RIGHTS_QUEUE}', job_key => 'erase:' || ${memberId}::text)`;
}
