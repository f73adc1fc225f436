import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  await globalThis.stopTestServer?.();
  if (process.env.TIEUCHI_TEST_DATA) rmSync(process.env.TIEUCHI_TEST_DATA, { recursive: true, force: true });
}
