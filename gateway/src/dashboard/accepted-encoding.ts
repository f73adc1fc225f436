import type { IncomingMessage } from 'node:http';
import { ENCODINGS, type Encoding } from './built-dashboard';

/** The best of the encodings at hand that the client takes; what it forbids with `q=0` is not taken. */
export function acceptedEncoding({ headers }: IncomingMessage, atHand: Iterable<Encoding>): Encoding {
  const available = new Set(atHand);
  const accepted = new Set(
    String(headers['accept-encoding'] ?? '')
      .split(',')
      .map((one) => one.trim().split(';'))
      .filter(([, quality]) => !/^\s*q=0(\.0*)?$/.test(quality ?? ''))
      .map(([name]) => name),
  );
  return ENCODINGS.find((one) => available.has(one) && accepted.has(one)) ?? 'identity';
}
