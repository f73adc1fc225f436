import { RemoteVersion } from './version-stream';

/** A service that says its version to each who listens, and keeps saying nothing after that. */
function serviceAt(version: number) {
  const open: AbortSignal[] = [];
  const remote = new RemoteVersion(async (signal) => {
    open.push(signal);
    return new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`data: ${version}\n\n`));
        signal.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
  });
  return { remote, open };
}

/** @returns the first version that is told */
const hear = (remote: RemoteVersion) =>
  new Promise<{ version: number; end(): void }>((resolve) => {
    const end = remote.watch((version) => {
      if (version !== null) setImmediate(() => resolve({ version, end }));
    });
  });

describe('the version of a service elsewhere', () => {
  it('is listened to once, however many watch, until the last of them ends', async () => {
    const { remote, open } = serviceAt(7);
    const [first, second] = await Promise.all([hear(remote), hear(remote)]);
    expect([first.version, second.version, open.length]).toEqual([7, 7, 1]);
    first.end();
    expect(open[0]?.aborted).toBe(false);
    second.end();
    expect(open[0]?.aborted).toBe(true);
  });

  it('is listened to again by who watches later', async () => {
    const { remote, open } = serviceAt(7);
    (await hear(remote)).end();
    const again = await hear(remote);
    expect([again.version, open.length]).toEqual([7, 2]);
    again.end();
  });
});
