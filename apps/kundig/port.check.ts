import { StartError } from '#platform/embedded';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Tries the address before anything is started for it, so that a busy port costs nobody the start of two databases. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw refusal((error as NodeJS.ErrnoException).code, host, port, error as Error);
  } finally {
    await new Promise((closed) => probe.close(closed));
  }
}

function refusal(code: string | undefined, host: string, port: number, error: Error): StartError {
  const another = `for example PORT=${port < 65_535 ? port + 1 : port - 1} npm start`;
  switch (code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} on ${host} is in use by another program.`, `End that one (perhaps another Kundig), or choose another port: ${another}`);
    case 'EACCES':
      return new StartError(`This user may not listen on port ${port}.`, `Ports below 1024 are for root; choose another: ${another}`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`This machine has no address ${host}.`, 'Set HOST to an address of this machine, 0.0.0.0 for all of them, or remove it for 127.0.0.1.');
    default:
      return new StartError(`Cannot listen on ${host}:${port}: ${error.message}.`, `Correct HOST or PORT, ${another}`);
  }
}
