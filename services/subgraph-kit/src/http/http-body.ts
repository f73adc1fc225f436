import type { IncomingMessage } from 'node:http';
import { SpeakingError } from '../errors/speaking-error';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a request's body as UTF-8 text.
 * @throws SpeakingError BODY_TOO_LARGE beyond `limitBytes`, without reading on; BAD_USER_INPUT when it breaks off or is not UTF-8
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const bytes = await readBytes(request, limitBytes);
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new SpeakingError('BAD_USER_INPUT', 'The body is not UTF-8 text.');
  }
}

/** @throws SpeakingError BODY_TOO_LARGE beyond `limitBytes`, without reading on */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  // by its events: an iterator costs as much as all else of an answer that is kept
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limitBytes) return;
      // left unread and not destroyed: the client would not hear why
      request.off('data', take).pause();
      reject(tooLarge(limitBytes));
    };
    const breakOff = () => reject(new SpeakingError('BAD_USER_INPUT', 'The body broke off.'));
    request.on('data', take).once('end', resolve).once('error', breakOff);
  });
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
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
