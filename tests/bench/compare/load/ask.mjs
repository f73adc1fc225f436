import { bodyOf, encodeRequest, HttpConnection } from './http-connection.mjs';

/**
 * Asks each request once over a few kept connections. @returns the bodies, in the order of the requests
 * @throws Error with the answer's beginning when its status is not 200
 */
export async function askAll(requests, connections = 4) {
  const bodies = [];
  let next = 0;
  const work = async () => {
    let connection = null;
    for (let place = next++; place < requests.length; place = next++) {
      const { url, body, headers } = requests[place];
      const { hostname: host, port, pathname: path } = new URL(url);
      connection ??= await HttpConnection.open({ host, port: Number(port) });
      const { status, whole } = await connection.ask(encodeRequest({ host, port, path, body, headers }));
      bodies[place] = bodyOf(whole);
      if (status !== 200) throw new Error(`${url} answered ${status}: ${bodies[place].slice(0, 300)}`);
    }
    connection?.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
  return bodies;
}
