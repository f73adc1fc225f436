import type { IncomingMessage } from 'node:http';
import { SpeakingError } from '../errors/speaking-error';

/**
 * Reads a request's body as UTF-8 text.
 * @throws SpeakingError BODY_TOO_LARGE beyond `limitBytes`, without reading on; BAD_USER_INPUT when it is not UTF-8
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const bytes = await readBytes(request, limitBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SpeakingError('BAD_USER_INPUT', 'The body is not UTF-8 text.');
  }
}

/** @throws SpeakingError BODY_TOO_LARGE beyond `limitBytes`, without reading on */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  // the iterator must not destroy the request when it is left: the client would not hear why
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw tooLarge(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws SpeakingError BAD_USER_INPUT for text that is not JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SpeakingError('BAD_USER_INPUT', 'The body is not JSON.');
  }
}

function tooLarge(limitBytes: number): SpeakingError {
  return new SpeakingError('BODY_TOO_LARGE', `A request's body holds at most ${limitBytes} bytes.`);
}
