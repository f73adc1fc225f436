import { SpanKind, SpanStatusCode, type Tracer, trace as traces } from '@opentelemetry/api';
import { Client } from 'pg';
import { Reading } from '../database/reading';

const MOST_CHARACTERS = 2_000;

/**
 * A connection whose statements are spans while somebody's request runs; what a process does of its own – migrations,
 * roles with their passwords – is none. A statement is told by its text, in which values are `$1`; its values are not.
 */
export function createTracedClient(tracer: Tracer): typeof Client {
  class TracedClient extends Client {
    // pg has nine ways to call it; all go on as they came
    override query(...asked: unknown[]): never {
      const text = textOf(asked[0]);
      const run = () => Reflect.apply(super.query, this, asked) as unknown;
      if (text === null || !traces.getActiveSpan()) return run() as never;
      const span = tracer.startSpan(firstWordOf(text), {
        kind: SpanKind.CLIENT,
        attributes: { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, MOST_CHARACTERS) },
      });
      const asking = run();
      const answer = asking instanceof Reading ? asking.answer : asking;
      if (!(answer instanceof Promise)) {
        span.end();
        return asking as never;
      }
      const fail = () => span.setStatus({ code: SpanStatusCode.ERROR });
      // the caller hears of a failure by the answer itself
      answer.then(undefined, fail).finally(() => span.end());
      return asking as never;
    }
  }
  return TracedClient as unknown as typeof Client;
}

/** Null for what is no statement of text, such as a COPY. */
function textOf(asked: unknown): string | null {
  if (typeof asked === 'string') return asked;
  if (asked instanceof Reading) return asked.text;
  const { text, submit } = (asked ?? {}) as { text?: unknown; submit?: unknown };
  return typeof text === 'string' && submit === undefined ? text : null;
}

function firstWordOf(text: string): string {
  return /[a-z]+/i.exec(text)?.[0].toLowerCase() ?? 'statement';
}
