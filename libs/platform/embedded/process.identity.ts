import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * A process, told apart from a later one that got the same number: its number and when it began.
 * Undefined when it is gone; a zombie counts as gone.
 */
export function identityOf(pid: number): string | undefined {
  try {
    // The name in parentheses may hold anything, blanks and parentheses included: read behind its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${pid}.${fields[19]}.${bootOf()}`;
  } catch {
    // No /proc (macOS): the number has to do. PostgreSQL is embedded on Linux only, so no data hangs on this.
    return process.platform !== 'linux' && answersSignals(pid) ? `${pid}.0.0` : undefined;
  }
}

/** Whether the process that once had this identity lives. */
export function isAlive(identity: string): boolean {
  return identityOf(Number.parseInt(identity, 10)) === identity;
}

/** The processes of this program which work in this folder or below. They keep it as theirs even when the folder is renamed. */
export function processesIn(folder: string, program: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        // The program first: it is readable for everybody, the folder only for the owner and root.
        if (readFileSync(`/proc/${pid}/comm`, 'utf8').trimEnd() !== program.slice(0, 15)) return false;
        const place = readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '');
        return place === folder || place.startsWith(`${folder}/`);
      } catch {
        return false; // gone meanwhile, or somebody else's
      }
    });
}

function bootOf(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
