import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isKnown } from '../entity-tag';

const compress = promisify(gzip);
/** Less than a packet is not worth the work. */
const COMPRESSED_FROM_BYTES = 1_024;

/** An answer as its bytes, whichever way it goes out. */
export class CachedAnswer {
  private readonly plain: Buffer;
  private readonly digest: string;
  private zipped: Promise<Buffer> | null = null;

  constructor(
    text: string,
    private readonly contentType: string,
  ) {
    this.plain = Buffer.from(text);
    this.digest = createHash('sha256').update(this.plain).digest('base64url');
  }

  /** Twice, for it may be kept compressed, too. */
  get bytes(): number {
    return 2 * this.plain.length;
  }

  async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isZipped = this.plain.length >= COMPRESSED_FROM_BYTES && takesGzip(request);
    const etag = `"${this.digest}${isZipped ? '-gzip' : ''}"`;
    const headers = {
      'content-type': this.contentType,
      // whoever keeps it asks again before showing it: it is as old as the data
      'cache-control': 'private, no-cache',
      vary: 'accept, accept-encoding, authorization',
      etag,
    };
    if (request.method === 'GET' && isKnown(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    if (!isZipped) {
      response.writeHead(200, { ...headers, 'content-length': this.plain.length }).end(this.plain);
      return;
    }
    this.zipped ??= compress(this.plain);
    const body = await this.zipped;
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip', 'content-length': body.length }).end(body);
  }
}

/** `gzip`, unless it is given the weight 0. */
function takesGzip({ headers }: IncomingMessage): boolean {
  const taken = String(headers['accept-encoding'] ?? '').split(',');
  return taken.some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
}
