import { connect } from 'node:net';

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  /** Whole lines, in their order, so that one can come twice. */
  readonly headers?: readonly string[];
}

export interface RawAnswer {
  readonly status: number;
  /** Every byte but the day and time. */
  readonly text: string;
}

/** One exchange as bytes: clients' libraries would put headers right. */
export function exchange(url: string, { method, path, body = '', headers = [] }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: tieuchi.invalid',
    'Content-Type: application/json',
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`));
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () =>
      resolve({ status: Number(text.split(' ')[1]), text: text.replace(/^(Date|x-request-id): .*\r\n/gm, '') }),
    );
  });
}
