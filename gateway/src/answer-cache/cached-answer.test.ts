import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { CachedAnswer } from './cached-answer';

const TEXT = JSON.stringify({ data: { name: 'Thái Nguyên '.repeat(200) } });
const answer = new CachedAnswer(TEXT, 'application/json; charset=utf-8');
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => void answer.send(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

function ask(headers: Record<string, string>, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const request = send({ port, host: '127.0.0.1', method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', reject).end();
  });
}

it.each([undefined, 'identity', 'br', 'gzip;q=0', 'gzip; q=0.000'])(
  'goes out as it is to who takes %s',
  async (coding) => {
    const { status, headers, body } = await ask(coding === undefined ? {} : { 'accept-encoding': coding });
    expect([status, headers['content-encoding'], body.toString()]).toEqual([200, undefined, TEXT]);
  },
);

it.each(['gzip', 'deflate, gzip;q=0.5', 'GZIP'])(
  'goes out compressed to who takes %s, with a tag of its own',
  async (coding) => {
    const { headers, body } = await ask({ 'accept-encoding': coding });
    expect([headers['content-encoding'], gunzipSync(body).toString()]).toEqual(['gzip', TEXT]);
    expect(headers.etag).not.toBe((await ask({})).headers.etag);
    expect(headers.vary).toBe('accept, accept-encoding, authorization');
  },
);

it('is not sent again to who has it; a POST is always answered whole', async () => {
  const { etag } = (await ask({})).headers;
  const known = { 'if-none-match': String(etag) };
  const again = await ask(known);
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
  expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  expect((await ask(known, 'POST')).status).toBe(200);
});
