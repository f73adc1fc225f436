import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** An address of geography's that can be shut: whoever comes then is sent away at once. */
export interface Door {
  readonly url: string;
  shut(): void;
  open(): void;
  stop(): Promise<void>;
}

/** Geography itself keeps running: started again, it could find its port taken. */
export async function openDoor(geographyUrl: string): Promise<Door> {
  const { hostname, port } = new URL(geographyUrl);
  const guests = new Set<Socket>();
  let isOpen = true;
  const server = createServer((guest) => {
    if (!isOpen) return guest.destroy();
    const behind = connect(Number(port), hostname);
    for (const socket of [guest, behind]) socket.on('error', () => {});
    guests.add(guest);
    guest.once('close', () => {
      guests.delete(guest);
      behind.destroy();
    });
    behind.once('close', () => guest.destroy());
    guest.pipe(behind).pipe(guest);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sendAway = () => {
    for (const guest of guests) guest.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut() {
      isOpen = false;
      sendAway();
    },
    open() {
      isOpen = true;
    },
    async stop() {
      sendAway();
      server.close();
      await once(server, 'close');
    },
  };
}
