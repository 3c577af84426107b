import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port on the loopback address that nobody holds now: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const probe = createServer();
  probe.unref();
  try {
    probe.listen(preferred, '127.0.0.1');
    await once(probe, 'listening');
    return (probe.address() as AddressInfo).port;
  } catch (error) {
    if (preferred === 0) throw error;
    return freePort();
  } finally {
    probe.close();
  }
}
