import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Settings } from '#platform/config';
import { checkedKey, type FileStore, type LocalFile } from './file.store.js';

const SILENT_MS = 60_000; // neither taken nor answered for so long: nothing works. However long a large file takes that moves on, it may
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'; // SHA-256 of nothing

/** Files in a bucket of S3, or of a server that speaks its language; addressed by path, which all of them understand. */
export class S3Store implements FileStore {
  constructor(private readonly settings: S3Settings) {}

  async put(key: string, file: LocalFile): Promise<void> {
    // the signature covers the content: what arrives otherwise is refused there
    const headers = { 'content-length': String(file.bytes), 'content-type': 'application/octet-stream', 'x-amz-content-sha256': file.sha256 };
    const response = await this.send('PUT', key, headers, createReadStream(file.path));
    await this.spent(response);
    if (!response.ok) throw faultOf('PUT', response);
  }

  async get(key: string): Promise<Readable | null> {
    const response = await this.send('GET', key, { 'x-amz-content-sha256': EMPTY });
    if (response.ok && response.body) return Readable.fromWeb(response.body as ReadableStream);
    await this.spent(response);
    if (response.status === 404) return null;
    throw faultOf('GET', response);
  }

  async remove(key: string): Promise<void> {
    const response = await this.send('DELETE', key, { 'x-amz-content-sha256': EMPTY });
    await this.spent(response);
    if (!response.ok && response.status !== 404) throw faultOf('DELETE', response);
  }

  private async send(method: string, key: string, headers: Record<string, string>, body?: Readable): Promise<Response> {
    const { url, bucket, accessKey, secretKey, region } = this.settings;
    const signer = new AwsV4Signer({ method, url: `${url}/${bucket}/${checkedKey(key)}`, headers, service: 's3', region, accessKeyId: accessKey, secretAccessKey: secretKey });
    const signed = await signer.sign();
    const late = new AbortController();
    let timer = setTimeout(() => late.abort(), SILENT_MS);
    const moves = () => {
      clearTimeout(timer);
      timer = setTimeout(() => late.abort(), SILENT_MS);
    };
    try {
      return await fetch(signed.url, { method, headers: signed.headers, redirect: 'error', signal: late.signal, ...(body ? { body: Readable.toWeb(Readable.from(heard(body, moves))) as never, duplex: 'half' } : {}) });
    } catch (error) {
      const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
      throw new Error(`S3 does not answer ${method}: ${code ?? message}`, { cause: error });
    } finally {
      clearTimeout(timer);
      body?.destroy();
    }
  }

  /** An answer that nobody reads would keep its connection. */
  private async spent(response: Response): Promise<void> {
    await response.body?.cancel();
  }
}

async function* heard(content: Readable, moves: () => void): AsyncGenerator<Buffer> {
  for await (const chunk of content as AsyncIterable<Buffer>) {
    moves();
    yield chunk;
  }
}

/** The status alone: S3's own words repeat the key, and what was signed. */
function faultOf(method: string, response: Response): Error {
  const hint = response.status === 403 ? ' (are FILES_S3_KEY, FILES_S3_SECRET and FILES_S3_REGION right?)' : response.status === 404 ? ' (does FILES_S3_BUCKET exist?)' : '';
  return new Error(`S3 refused ${method} with ${response.status}${hint}`);
}
