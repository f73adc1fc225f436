import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { encodeRequest } from './http-connection.mjs';

const PROGRAM = fileURLToPath(new URL('load-process.mjs', import.meta.url));

/**
 * Sends the same requests again and again over kept connections, from a process of its own.
 * @param {{ requests: { url: string, body: string, headers?: object }[], connections: number, seconds?: number,
 *   count?: number, isApart?: boolean }} load all to one host; `isApart`: each connection has a request of its own; ends after `seconds` or `count` requests, whatever comes first
 * @returns {Promise<{ ms: number, times: number[], bytes: number, refused: number, clientCpuMs: number }>}
 * @throws Error when the server cannot be reached or closes a connection
 */
export function drive({ requests, ...terms }) {
  const { hostname: host, port } = new URL(requests[0].url);
  const encoded = requests.map(({ url, body, headers }) =>
    encodeRequest({ host, port, path: new URL(url).pathname, body, headers }).toString('base64'),
  );
  const child = fork(PROGRAM, { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once('message', ({ seen, fault }) => (fault ? reject(new Error(fault)) : resolve(seen)));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)));
    child.send({ host, port: Number(port), requests: encoded, ...terms });
  });
}
