import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { VERSIONS_PATH } from '@tieuchi/subgraph-kit';

/**
 * How the way to a real service behaves: it carries bytes, refuses, stays silent, breaks off after so many bytes of each
 * answer, or says something else in the service's place.
 */
export type WireMood =
  | { readonly kind: 'CARRIES' }
  | { readonly kind: 'REFUSES' }
  | { readonly kind: 'IS_SILENT' }
  | { readonly kind: 'BREAKS_OFF'; readonly afterBytes: number; readonly times: number }
  | { readonly kind: 'SAYS'; readonly contentType: string; readonly body: string };

export interface BadWire {
  readonly url: string;
  /** Requests that began on it since it was last asked. */
  takeRequests(): number;
  turn(mood: WireMood): void;
  close(): Promise<void>;
}

/** A socket in front of a service that does as it is told; what is on its way when it is told is dropped. */
export async function openBadWire(serviceUrl: string): Promise<BadWire> {
  const { hostname, port } = new URL(serviceUrl);
  const sockets = new Set<Socket>();
  let mood: WireMood = { kind: 'CARRIES' };
  let requests = 0;
  let broken = 0;
  const server = createServer((near) => {
    sockets.add(near.on('error', () => {}));
    if (mood.kind === 'REFUSES') return near.resetAndDestroy();
    const far = connect(Number(port), hostname);
    sockets.add(far.on('error', () => near.destroy()).on('close', () => near.destroy()));
    near.on('close', () => far.destroy());
    near.on('data', (chunk) => {
      // a gateway listens to the versions of its services all the time: that is no question
      const head = chunk.toString('latin1', 0, 40);
      if (/^(POST|GET) /.test(head) && !head.includes(VERSIONS_PATH)) requests += 1;
      if (mood.kind === 'SAYS') return near.end(httpAnswer(mood));
      if (mood.kind !== 'IS_SILENT') far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (mood.kind !== 'BREAKS_OFF' || broken >= mood.times) return near.write(chunk);
      broken += 1;
      near.write(chunk.subarray(0, mood.afterBytes), () => near.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeRequests() {
      const taken = requests;
      requests = 0;
      return taken;
    },
    turn(next) {
      mood = next;
      broken = 0;
      drop();
    },
    close() {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function httpAnswer({ contentType, body }: { readonly contentType: string; readonly body: string }): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
