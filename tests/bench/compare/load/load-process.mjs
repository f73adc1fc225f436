// A process of its own, started by load.mjs: reads what to send from its parent, sends it, and says what it saw.
import { HttpConnection } from './http-connection.mjs';

process.once('message', (order) => {
  drive(order).then(
    (seen) => process.send({ seen }, () => process.exit(0)),
    (error) => process.send({ fault: error.message }, () => process.exit(1)),
  );
});

/** Each connection asks anew as soon as it is answered, until the time is over or the requests are sent. */
async function drive({ host, port, requests, connections, seconds, count, isApart }) {
  const bytesOf = requests.map((request) => Buffer.from(request, 'base64'));
  const opened = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open({ host, port })));
  const times = [];
  let sent = 0;
  let bytes = 0;
  let refused = 0;
  const began = performance.now();
  const end = began + (seconds ?? Number.POSITIVE_INFINITY) * 1_000;
  const most = count ?? Number.POSITIVE_INFINITY;
  await Promise.all(
    opened.map(async (connection, place) => {
      while (sent < most && performance.now() < end) {
        const request = bytesOf[(isApart ? place : sent) % bytesOf.length];
        sent += 1;
        const asked = performance.now();
        const answer = await connection.ask(request);
        times.push(performance.now() - asked);
        bytes += answer.bytes;
        if (answer.status !== 200) refused += 1;
      }
    }),
  );
  const ms = performance.now() - began;
  for (const connection of opened) connection.close();
  const cpu = process.cpuUsage();
  return { ms, times, bytes, refused, clientCpuMs: (cpu.user + cpu.system) / 1_000 };
}
