const DELAY = 'nodejs_eventloop_delay_seconds{quantile="1"}';

/** Samples by their name and labels as they are printed. */
export async function readMetrics(url) {
  const response = await fetch(url);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** How late the event loop of a process came round at most since this was last read, in ms. Reading begins anew. */
export async function takeDelayMs(url) {
  const delay = (await readMetrics(url)).get(DELAY);
  if (delay === undefined) throw new Error(`${url} does not tell how late the event loop was`);
  return delay * 1_000;
}
