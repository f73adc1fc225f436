import type { FormattedExecutionResult } from 'graphql';

/** Kept as long as the data itself: a snapshot hashes the text, and then the answer is put together with it. */
const texts = new WeakMap<object, string>();

/** The data of an answer as JSON, written once: nothing changes it after it is answered. */
export function printData(data: object): string {
  const known = texts.get(data);
  if (known !== undefined) return known;
  const text = JSON.stringify(data);
  texts.set(data, text);
  return text;
}

/** A whole answer as JSON, its errors first where it has some, so that they are seen. */
export function printAnswer({ errors, data, extensions }: FormattedExecutionResult): string {
  const parts = [
    ...(errors ? [`"errors":${JSON.stringify(errors)}`] : []),
    ...(data === undefined ? [] : [`"data":${data && printData(data)}`]),
    ...(extensions ? [`"extensions":${JSON.stringify(extensions)}`] : []),
  ];
  return `{${parts.join(',')}}\n`;
}
