import { parentPort } from 'node:worker_threads';
import { convertBody, type RawBody } from './post.body.js';

parentPort!.on('message', ({ bodies, base }: { bodies: RawBody[]; base: string | undefined }) => {
  parentPort!.postMessage(bodies.map((body) => convertBody(body, base)));
});
