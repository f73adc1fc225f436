import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const CHUNKED_END = Buffer.from('0\r\n\r\n');

/**
 * One kept HTTP/1.1 connection that sends bytes made before and reads no more of an answer than where it ends: a client
 * that parsed more would take the processor from whom it measures.
 */
export class HttpConnection {
  #socket;
  #held = Buffer.alloc(0);
  #asked = null;

  static async open({ host, port }) {
    const connection = new HttpConnection();
    connection.#socket = connect({ host, port, noDelay: true });
    await new Promise((resolve, reject) => {
      connection.#socket.once('connect', resolve).once('error', reject);
    });
    connection.#socket.on('data', (chunk) => connection.#read(chunk));
    connection.#socket.on('error', (error) => connection.#fail(error));
    connection.#socket.on('close', () => connection.#fail(new Error('the server closed the connection')));
    return connection;
  }

  /** @returns {Promise<{ status: number, bytes: number, whole: Buffer }>} `whole` is head and body, as they came */
  ask(request) {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close() {
    this.#asked = null;
    this.#socket.destroy();
  }

  #read(chunk) {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const end = endOfAnswer(this.#held);
    if (end === null || !this.#asked) return;
    const whole = this.#held;
    const { resolve } = this.#asked;
    this.#held = Buffer.alloc(0);
    this.#asked = null;
    resolve({ status: Number(whole.toString('latin1', 9, 12)), bytes: whole.length, whole });
  }

  #fail(error) {
    this.#asked?.reject(error);
    this.#asked = null;
  }
}

/** Where the answer ends, by its length or its last chunk; null while more must come. */
function endOfAnswer(held) {
  const headEnd = held.indexOf(HEAD_END);
  if (headEnd === -1) return null;
  const bodyStart = headEnd + HEAD_END.length;
  const head = held.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return held.length >= bodyStart + Number(length) ? bodyStart + Number(length) : null;
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return bodyStart;
  return held.length - bodyStart >= CHUNKED_END.length && held.subarray(-CHUNKED_END.length).equals(CHUNKED_END)
    ? held.length
    : null;
}

/** The bytes of a request for `POST PATH` with a JSON body. */
export function encodeRequest({ host, port, path, headers = {}, body }) {
  const content = Buffer.from(body);
  const lines = [
    `POST ${path} HTTP/1.1`,
    `host: ${host}:${port}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${content.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]);
}

/** The body of an answer as text, chunks put together. */
export function bodyOf(whole) {
  const headEnd = whole.indexOf(HEAD_END);
  const head = whole.toString('latin1', 0, headEnd);
  const body = whole.subarray(headEnd + HEAD_END.length);
  return (/\r\ntransfer-encoding: *chunked/i.test(head) ? joinChunks(body) : body).toString('utf8');
}

function joinChunks(body) {
  const parts = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (size === 0) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
