import { SpeakingError } from '@tieuchi/subgraph-kit';
import { type DocumentNode, Kind, type TypeNode } from 'graphql';

/** These the export sets itself. */
const OF_PAGING = new Set(['first', 'after']);

/**
 * The variables of an operation from the parameters of an address: texts as they are, numbers and booleans by the
 * variable's type, anything else as JSON.
 * @throws SpeakingError BAD_USER_INPUT for a parameter that the operation does not have, or one that is no JSON
 */
export function readVariables(document: DocumentNode, parameters: URLSearchParams): Record<string, unknown> {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const definitions = operation?.variableDefinitions ?? [];
  const types = new Map(definitions.map(({ variable, type }) => [variable.name.value, nameOf(type)]));
  for (const name of OF_PAGING) types.delete(name);
  return Object.fromEntries(
    [...parameters].map(([name, text]) => {
      const type = types.get(name);
      if (type === undefined) {
        throw new SpeakingError('BAD_USER_INPUT', `No parameter "${name}"; known: ${[...types.keys()].join(', ')}.`, {
          path: name,
        });
      }
      return [name, readValue(name, type, text)];
    }),
  );
}

/** Whether the operation is asked page by page. */
export function isPaged(document: DocumentNode): boolean {
  return document.definitions.some(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION &&
      one.variableDefinitions?.some(({ variable }) => variable.name.value === 'after'),
  );
}

function nameOf(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return nameOf(type.type);
  return type.kind === Kind.LIST_TYPE ? 'JSON' : type.name.value;
}

function readValue(name: string, type: string, text: string): unknown {
  if (type === 'Int') return /^-?\d{1,10}$/.test(text) ? Number(text) : text;
  if (type === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text;
  // an input is an object; scalars and enum values are written as they are
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new SpeakingError('BAD_USER_INPUT', `${name} is no JSON: "${text.slice(0, 60)}".`, { path: name });
  }
}
