import type { FormattedExecutionResult } from 'graphql';

/**
 * Takes for an answer only what is one, so that garbage costs no more than silence does.
 * @param representations the entities asked for; undefined where the fetch is about none
 * @throws Error that says what is wrong with it
 */
export function checkAnswer(answer: unknown, representations: unknown): FormattedExecutionResult {
  if (!isObject(answer)) throw new Error('the answer is no object');
  const { data, errors } = answer;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError)))
    throw new Error('its errors are no list');
  if (data == null) {
    if (!errors?.length) throw new Error('the answer holds neither data nor errors');
  } else if (!isObject(data)) {
    throw new Error('its data is no object');
  } else if (Array.isArray(representations) && !isListOf(data._entities, representations.length)) {
    const found = Array.isArray(data._entities) ? data._entities.length : typeof data._entities;
    throw new Error(`expected ${representations.length} entities, found ${found}`);
  }
  return answer as FormattedExecutionResult;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isError(value: unknown): boolean {
  return isObject(value) && typeof value.message === 'string';
}

function isListOf(value: unknown, length: number): boolean {
  return Array.isArray(value) && value.length === length;
}
