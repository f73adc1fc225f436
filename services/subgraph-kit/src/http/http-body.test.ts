import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { readBody } from './http-body';

const LIMIT_BYTES = 1_000;

let server: Server;
/** What became of each body that was read, in turn. */
let readings: Promise<string>[];
let arrived: () => void;
beforeEach(async () => {
  readings = [];
  server = createServer((request: IncomingMessage, response) => {
    const reading = readBody(request, LIMIT_BYTES);
    reading.catch(() => {});
    readings.push(reading);
    reading.then((text) => response.end(text)).catch(() => response.end());
    arrived();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => server.close());

/** Says that so many bytes come, and sends those; then it ends the connection. */
async function sendAndEnd(announced: number, sent: Buffer): Promise<string | undefined> {
  const atServer = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${announced}\r\n\r\n`);
  socket.write(sent);
  await atServer;
  socket.end();
  return readings[0];
}

describe('a body', () => {
  it('is read as text', async () => {
    expect(await sendAndEnd(Buffer.byteLength('Thái Bình'), Buffer.from('Thái Bình'))).toBe('Thái Bình');
  });

  it('that breaks off is refused, and not waited for', async () => {
    await expect(sendAndEnd(100, Buffer.from('{"query":'))).rejects.toMatchObject({
      message: 'The body broke off.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('that announces too much is refused before it comes', async () => {
    await expect(sendAndEnd(LIMIT_BYTES + 1, Buffer.alloc(0))).rejects.toMatchObject({
      extensions: { code: 'BODY_TOO_LARGE' },
    });
  });

  it('that is not UTF-8 is refused', async () => {
    await expect(sendAndEnd(2, Buffer.from([0xff, 0xfe]))).rejects.toMatchObject({
      message: 'The body is not UTF-8 text.',
    });
  });
});
