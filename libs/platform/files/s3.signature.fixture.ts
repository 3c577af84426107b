import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Signed {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
}

const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Whether a request carries the signature that S3 asks for (AWS Signature Version 4), worked out from its documentation and not by the library that made it. */
export function isSignedBy(accessKey: string, secretKey: string, region: string, request: Signed): boolean {
  const [, key, day = '', place = '', names = '', signature] = AUTHORIZATION.exec(request.headers.authorization ?? '') ?? [];
  if (key !== accessKey || place !== region || !['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name))) return false;
  const url = new URL(request.url, 'http://s3');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const query = [...url.searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort().join('&');
  const canonical = [request.method, url.pathname, query, headers.join(''), names, request.headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>((secret, part) => createHmac('sha256', secret).update(part).digest(), `AWS4${secretKey}`);
  return createHmac('sha256', signingKey).update(toSign).digest('hex') === signature;
}
