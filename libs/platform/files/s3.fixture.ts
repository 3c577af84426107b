import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Settings } from '#platform/config';
import { isSignedBy } from './s3.signature.fixture.js';

export interface S3Server {
  settings: S3Settings;
  close(): Promise<void>;
}

// the one account that s3rver knows
const SECRET = 'S3RVER';

/**
 * A server that speaks S3 (s3rver). It takes any version 4 signature without looking at it, so a gate of ours stands before it that
 * refuses what S3 refuses: a signature that is wrong, content that is not what was signed, a body without its length.
 */
export async function s3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'kundig-s3-'));
  const behind = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'community-files' }] });
  const { port } = await behind.run();
  const gate = createServer((request, response) => {
    const refuse = (status: number) => response.writeHead(status).end(`<Error><Code>refused</Code><AWSAccessKeyId>${SECRET}</AWSAccessKeyId></Error>`);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks);
      if (!isSignedBy(SECRET, SECRET, 'us-east-1', { method: request.method!, url: request.url!, headers: request.headers })) return refuse(403);
      if (request.method === 'PUT' && request.headers['content-length'] === undefined) return refuse(411);
      if (createHash('sha256').update(body).digest('hex') !== request.headers['x-amz-content-sha256']) return refuse(400);
      httpRequest({ port, host: '127.0.0.1', method: request.method, path: request.url, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      }).end(body);
    });
  });
  await new Promise<void>((listening) => gate.listen(0, '127.0.0.1', listening));
  return {
    settings: { url: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`, bucket: 'community-files', accessKey: SECRET, secretKey: SECRET, region: 'us-east-1' },
    close: async () => {
      await new Promise((closed) => gate.close(closed).closeAllConnections());
      await behind.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
