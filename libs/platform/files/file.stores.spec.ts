import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { mock } from 'node:test';
import { DiskStore } from './disk.store.js';
import type { FileStore, LocalFile } from './file.store.js';
import { s3Server, type S3Server } from './s3.fixture.js';
import { isSignedBy } from './s3.signature.fixture.js';
import { S3Store } from './s3.store.js';

let folder: string;
let s3: S3Server;
const stores = {} as Record<'disk' | 'S3', FileStore>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-stores-'));
  s3 = await s3Server();
  stores.disk = new DiskStore(join(folder, 'kept'));
  stores.S3 = new S3Store(s3.settings);
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const newKey = () => randomBytes(16).toString('hex');

async function local(content: Buffer): Promise<LocalFile> {
  const path = join(folder, newKey());
  await writeFile(path, content);
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

describe.each(['disk', 'S3'] as const)('files on %s', (name) => {
  it('come back as they were sent, until they are removed', async () => {
    const store = stores[name];
    const key = newKey();
    const content = randomBytes(3_000_000);
    await store.put(key, await local(content));
    expect((await buffer((await store.get(key))!)).equals(content)).toBe(true);
    await store.remove(key);
    expect(await store.get(key)).toBeNull();
    await store.remove(key);
  });

  it('lie under our keys alone', async () => {
    for (const key of ['../../etc/passwd', `${'a'.repeat(31)}/`, '', `${newKey()}0`]) await expect(stores[name].get(key)).rejects.toThrow('32 hexadecimal digits');
  });
});

it('fans files on disk out over folders', async () => {
  const key = newKey();
  await stores.disk.put(key, await local(Buffer.from('x')));
  expect(existsSync(join(folder, 'kept', key.slice(0, 2), key.slice(2, 4), key))).toBe(true);
});

describe('S3', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, "Example: GET Object"
  it('is stood in for by a gate that tells signatures as AWS does', () => {
    const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';
    const request = (signed: string) => ({
      method: 'GET',
      url: '/test.txt',
      headers: {
        host: 'examplebucket.s3.amazonaws.com', range: 'bytes=0-9', 'x-amz-date': '20130524T000000Z', 'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signed}`,
      },
    });
    const isSigned = (signed: string) => isSignedBy('AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'us-east-1', request(signed));
    expect([isSigned(signature), isSigned(signature.replace('f0', '0f'))]).toEqual([true, false]);
  });

  it('refuses a wrong secret, and the fault names neither key nor secret', async () => {
    const store = new S3Store({ ...s3.settings, accessKey: 'AKEY', secretKey: 'hunter2' });
    const fault = await store.put(newKey(), await local(Buffer.from('x'))).catch((error: unknown) => error);
    expect(String(fault)).toMatch(/refused PUT with 403.*FILES_S3_SECRET/);
    expect(String((fault as Error).stack)).not.toMatch(/hunter2|AKEY|S3RVER/);
  });

  it('does not keep what is not what was signed', async () => {
    const file = await local(Buffer.from('as it is'));
    await expect(stores.S3.put(newKey(), { ...file, sha256: 'a'.repeat(64) })).rejects.toThrow('400');
  });

  it('waits for a large file as long as it moves, and for none that has stopped', async () => {
    const [bytes, step] = [20_000_000, 2_000_000]; // a step is more than what is on its way between the two
    const file = await local(Buffer.alloc(bytes, 'x'));
    let stops = false;
    const slow = createServer((request, response) => {
      let [seen, next] = [0, step];
      request.on('data', (chunk: Buffer) => {
        seen += chunk.length;
        if (seen < next) return;
        next += step;
        mock.timers.tick(stops && seen > bytes / 2 ? 61_000 : 20_000);
      });
      request.on('end', () => response.end());
    });
    slow.listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const store = new S3Store({ ...s3.settings, url: `http://127.0.0.1:${(slow.address() as AddressInfo).port}` });
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      await store.put(newKey(), file);
      stops = true;
      await expect(store.put(newKey(), file)).rejects.toThrow('S3 does not answer PUT');
    } finally {
      mock.timers.reset();
      slow.closeAllConnections();
      slow.close();
    }
  });

  it('says so where the bucket is not there, or nothing listens', async () => {
    await expect(new S3Store({ ...s3.settings, bucket: 'another' }).put(newKey(), await local(Buffer.from('x')))).rejects.toThrow(/404.*FILES_S3_BUCKET/);
    await expect(new S3Store({ ...s3.settings, url: 'http://127.0.0.1:2' }).get(newKey())).rejects.toThrow('S3 does not answer GET: ECONNREFUSED');
  });
});
