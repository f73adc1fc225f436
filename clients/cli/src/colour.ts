import { styleText } from 'node:util';
import type { Terminal } from './terminal';

type Colour = 'green' | 'red' | 'yellow';

export function paint({ isColoured }: Terminal, colour: Colour, text: string): string {
  return isColoured ? styleText(colour, text, { validateStream: false }) : text;
}

/**
 * https://no-color.org and https://force-color.org: said in the environment, else whether people look at it.
 */
export function mayColour(stream: NodeJS.WritableStream, environment: NodeJS.ProcessEnv): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return 'isTTY' in stream && stream.isTTY === true && environment.TERM !== 'dumb';
}
