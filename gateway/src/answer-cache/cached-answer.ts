import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isKnown } from '../entity-tag';

const compress = promisify(gzip);
/** Less than a packet is not worth the work. */
const COMPRESSED_FROM_BYTES = 1_024;

/** One of the ways in which an answer goes out. */
interface Form {
  readonly body: Buffer;
  readonly headers: OutgoingHttpHeaders & { readonly etag: string };
}

/** An answer as its bytes, whichever way it goes out. */
export class CachedAnswer {
  private readonly plain: Form;
  private zipped: Promise<Form> | null = null;

  constructor(text: string, contentType: string) {
    const body = Buffer.from(text);
    const headers = {
      'content-type': contentType,
      // whoever keeps it asks again before showing it: it is as old as the data
      'cache-control': 'private, no-cache',
      vary: 'accept, accept-encoding, authorization',
      etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
    };
    this.plain = { body, headers: { ...headers, 'content-length': body.length } };
  }

  /** Twice, for it may be kept compressed, too. */
  get bytes(): number {
    return 2 * this.plain.body.length;
  }

  async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { body, headers } = takesGzip(request) ? await this.compressed() : this.plain;
    if (request.method === 'GET' && isKnown(request.headers['if-none-match'], headers.etag)) {
      const { 'content-length': _length, ...rest } = headers;
      response.writeHead(304, rest).end();
      return;
    }
    response.writeHead(200, headers).end(body);
  }

  /** Compressed once for all who take it, under a tag of its own. */
  private async compressed(): Promise<Form> {
    const { body, headers } = this.plain;
    if (body.length < COMPRESSED_FROM_BYTES) return this.plain;
    this.zipped ??= compress(body).then((zipped) => ({
      body: zipped,
      headers: {
        ...headers,
        etag: headers.etag.replace(/"$/, '-gzip"'),
        'content-encoding': 'gzip',
        'content-length': zipped.length,
      },
    }));
    return this.zipped;
  }
}

/** `gzip`, unless it is given the weight 0. */
function takesGzip({ headers }: IncomingMessage): boolean {
  const codings = headers['accept-encoding'];
  if (codings === undefined) return false;
  const taken = String(codings).split(',');
  return taken.some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
}
