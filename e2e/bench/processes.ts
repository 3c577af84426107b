import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10; // of /proc/<pid>/stat: USER_HZ is 100 on every Linux that Node runs on

/** CPU time that a process has used so far, in milliseconds; with the children that it has buried, where asked. */
export function cpuOf(pid: number, withBuried = false): number {
  const fields = statOf(pid);
  if (!fields) return 0;
  const [user, system, buriedUser, buriedSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number];
  return (user + system + (withBuried ? buriedUser + buriedSystem : 0)) * TICK_MS;
}

/** CPU time of a process and all its children: for PostgreSQL, whose every connection is one. */
export function cpuOfFamily(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(statOf(Number(name))?.[1]) === pid);
  return cpuOf(pid, true) + children.reduce((sum, child) => sum + cpuOf(Number(child)), 0);
}

/** Resident memory now, and the most there ever was, in MB. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** The fields behind the name, which may itself hold blanks. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // it ended meanwhile
  }
}
