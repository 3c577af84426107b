// The load generator, a process of its own: told by its parent what to send, it answers how long each took.
import { Agent, request } from 'node:http';

export interface Shot {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** A piece of text without which the answer counts as failed. */
  holds: string;
  /** A piece of text by which an answer is known that was not found the usual way. */
  degraded?: string;
}

export interface Order {
  port: number;
  shots: Shot[];
  /** One after the other on so many connections, or, as an open loop, so many a second whatever comes back. */
  pace: { connections: number } | { perSecond: number };
  seconds: number;
}

export interface Outcome {
  /** Milliseconds each; in an open loop from the moment it was due. */
  latencies: number[];
  seconds: number;
  failures: number;
  degraded: number;
  /** What the first failure answered. */
  complaint: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

if (process.send) {
  process.on('message', (order: Order) => {
    void run(order).then((outcome) => process.send!(outcome));
  });
  process.on('disconnect', () => process.exit(0));
}

async function run({ port, shots, pace, seconds }: Order): Promise<Outcome> {
  const outcome: Outcome = { latencies: [], seconds: 0, failures: 0, degraded: 0, complaint: '' };
  const started = performance.now();
  const end = started + seconds * 1000;
  const one = async (shot: Shot, due: number) => {
    const { complaint, degraded } = await fire(port, shot);
    outcome.latencies.push(performance.now() - due);
    if (degraded) outcome.degraded += 1;
    if (complaint === null) return;
    outcome.failures += 1;
    outcome.complaint ||= `${shot.method} ${shot.path}: ${complaint}`;
  };
  if ('connections' in pace) {
    let next = 0;
    const worker = async () => {
      while (performance.now() < end && next < shots.length) {
        const shot = shots[next]!;
        next += 1;
        await one(shot, performance.now());
      }
    };
    await Promise.all(Array.from({ length: pace.connections }, worker));
  } else {
    const under: Promise<void>[] = [];
    const count = Math.min(shots.length, Math.floor(pace.perSecond * seconds));
    for (let at = 0; at < count; at += 1) {
      const due = started + (at * 1000) / pace.perSecond;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((done) => { setTimeout(done, wait); });
      under.push(one(shots[at]!, due));
    }
    await Promise.all(under);
  }
  outcome.seconds = (performance.now() - started) / 1000;
  return outcome;
}

/** The complaint is null where the answer is as it should be. */
function fire(port: number, { method, path, headers, body, holds, degraded }: Shot): Promise<{ complaint: string | null; degraded: boolean }> {
  return new Promise((done) => {
    const sent = request({ host: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks);
        const isRight = response.statusCode === 200 && text.includes(holds);
        done({ complaint: isRight ? null : `${response.statusCode} ${text.toString('utf8', 0, 300)}`, degraded: degraded !== undefined && text.includes(degraded) });
      });
    });
    sent.on('error', (error) => done({ complaint: error.message, degraded: false }));
    sent.end(body);
  });
}
