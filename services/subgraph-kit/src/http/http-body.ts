import type { IncomingMessage } from 'node:http';
import { SpeakingError } from '../errors/speaking-error';

/**
 * Reads a request's body as UTF-8 text.
 * @throws SpeakingError BODY_TOO_LARGE beyond `limitBytes`, without reading on; BAD_USER_INPUT when it is not UTF-8
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw new SpeakingError('BODY_TOO_LARGE', `A request's body holds at most ${limitBytes} bytes.`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new SpeakingError('BAD_USER_INPUT', 'The body is not UTF-8 text.');
  }
}
