import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something that must come; the deadline is generous, because machines are slow and a failure is rare. */
export async function until(what: string, holds: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for ${what}`);
    await sleep(100);
  }
}
