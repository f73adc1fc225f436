/** Whether only this machine can reach what listens there: then reading is open, and tokens may be printed. */
export function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === '::1' || host === 'localhost';
}
