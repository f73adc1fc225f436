import type { ServerResponse } from 'node:http';
import type { DataVersion } from './data-version';

/** Where a service streams the version of its data to gateways, and the header in which each of its answers names it. */
export const VERSIONS_PATH = '/internal/data-version';
export const VERSION_HEADER = 'tieuchi-data-version';

/** Said again and again, so that a gateway notices within a second that nothing is said any more. */
const SAY_EVERY_MS = 300;

/**
 * Server-sent events: the version each time it changes, and in between; nothing while it is not known.
 * @param ending when the server is about to end: nobody may be waited for who only listens
 */
export async function streamVersions(
  dataVersion: DataVersion,
  response: ServerResponse,
  ending: AbortSignal,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const say = (version: number | null) => {
    if (version !== null) response.write(`data: ${version}\n\n`);
  };
  const unwatch = dataVersion.watch(say);
  const timer = setInterval(() => say(dataVersion.current), SAY_EVERY_MS);
  const end = () => response.end();
  ending.addEventListener('abort', end);
  if (ending.aborted) end();
  await new Promise((resolve) => response.once('close', resolve));
  ending.removeEventListener('abort', end);
  clearInterval(timer);
  unwatch();
}
