import { askAll } from '../load/ask.mjs';
import { READERS } from './common-form.mjs';
import { differenceOf } from './difference.mjs';

/**
 * Asks a system that runs and compares the numbers with those of ours.
 * @param {Map<string, string>} answers ours, by operation as JSON
 * @throws Error that names the system, the operation and the first number that differs
 */
export async function checkAnswers({ system, running, operations, answers }) {
  const bodies = await askAll(operations.map(running.requestOf));
  for (const [place, operation] of operations.entries()) {
    const { name } = operation;
    const expected = READERS.graph[name](JSON.parse(answers.get(JSON.stringify(operation))));
    const difference = differenceOf(read(system, name, bodies[place]), expected);
    if (difference === null) continue;
    const asked = `${name} ${JSON.stringify(operation.variables)}`;
    throw new Error(`${system.name} answers ${asked} otherwise than ours: ${difference}`);
  }
}

function read(system, name, body) {
  const answer = JSON.parse(body);
  if (answer.errors) throw new Error(`${system.name} could not answer ${name}: ${JSON.stringify(answer.errors[0])}`);
  try {
    return READERS[system.form ?? 'graph'][name](answer);
  } catch (error) {
    throw new Error(`${system.name} answers ${name} in another shape (${error.message}): ${body.slice(0, 300)}`);
  }
}
