import type { S3Settings } from './settings.type.js';
import type { ValueReader } from './value.reader.js';

const NEEDED = ['FILES_S3_URL', 'FILES_S3_BUCKET', 'FILES_S3_KEY', 'FILES_S3_SECRET'] as const;
const OPTIONAL = 'FILES_S3_REGION';
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** All of S3's settings or none: half of them would keep files where nobody looks for them. */
export function readS3(read: ValueReader): S3Settings | undefined {
  const given = NEEDED.filter((name) => read.has(name));
  if (given.length === 0 && !read.has(OPTIONAL)) return undefined;
  for (const name of NEEDED.filter((needed) => !read.has(needed))) {
    read.fault(name, `is not set, but ${given[0] ?? OPTIONAL} is`, `set ${NEEDED.join(', ')}, or none of them and files are kept below KUNDIG_DATA`);
  }
  const url = read.url('FILES_S3_URL', ['http', 'https'], 'https://s3.eu-central-1.amazonaws.com');
  const bucket = read.text('FILES_S3_BUCKET');
  if (bucket !== undefined && !BUCKET.test(bucket)) read.fault('FILES_S3_BUCKET', `"${bucket}" is no name of a bucket`, 'for example FILES_S3_BUCKET=community-files');
  const accessKey = read.text('FILES_S3_KEY');
  const secretKey = read.text('FILES_S3_SECRET');
  if (url === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined) return undefined;
  return { url: url.replace(/\/+$/, ''), bucket, accessKey, secretKey, region: read.text(OPTIONAL) ?? 'us-east-1' };
}

/** Another origin than that of the pages, or it would part nothing. */
export function readFilesOrigin(read: ValueReader, publicUrl: string): string | undefined {
  const text = read.url('FILES_ORIGIN', ['http', 'https'], 'https://files.community.example');
  if (text === undefined) return undefined;
  const { origin, host } = new URL(text);
  if (text.replace(/\/$/, '') !== origin) read.fault('FILES_ORIGIN', 'is more than an origin', 'scheme and host alone, like FILES_ORIGIN=https://files.community.example');
  else if (host === new URL(publicUrl).host) read.fault('FILES_ORIGIN', 'is the host of PUBLIC_URL', 'give files a host of their own, or remove FILES_ORIGIN');
  else return origin;
  return undefined;
}
