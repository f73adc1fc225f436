import { SpeakingError } from '@tieuchi/subgraph-kit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { UnansweredFetch } from '../gateway-context';
import type { FieldOwners } from './field-owners';
import { type AskedOperation, findLostPaths, printPlace } from './lost-paths';

/** Extensions that tell of the inside; a client has no use for them. */
const INTERNAL = new Set(['serviceName', 'stacktrace', 'exception', 'query', 'variables', 'response', 'http']);

/** The errors of an answer: those of its fields, each said once with all its places, and one for each silent service. */
export function tidyErrors(
  errors: readonly GraphQLFormattedError[],
  unanswered: readonly UnansweredFetch[],
  asked: AskedOperation,
  owners: FieldOwners,
): GraphQLError[] {
  return [...sayOnce(errors), ...nameSilentServices(unanswered, asked, owners)];
}

/** The same fault in 63 provinces is one error: its first path, and all its places in `extensions.paths`. */
function sayOnce(errors: readonly GraphQLFormattedError[]): GraphQLError[] {
  const groups = new Map<string, GraphQLFormattedError[]>();
  for (const error of errors) {
    const key = `${error.extensions?.code} ${error.message}`;
    groups.set(key, [...(groups.get(key) ?? []), error]);
  }
  return [...groups.values()].map((group) => {
    const { message, path, extensions, locations: _ } = group[0] as GraphQLFormattedError;
    const shown = Object.fromEntries(Object.entries(extensions ?? {}).filter(([key]) => !INTERNAL.has(key)));
    const paths = [...new Set(group.flatMap((error) => (error.path ? [printPlace(error.path)] : [])))];
    return new GraphQLError(message, { path, extensions: group.length > 1 ? { ...shown, paths } : shown });
  });
}

function nameSilentServices(unanswered: readonly UnansweredFetch[], asked: AskedOperation, owners: FieldOwners) {
  const pathsByService = new Map<string, Set<string>>();
  for (const fetch of unanswered) {
    const paths = pathsByService.get(fetch.service) ?? new Set();
    for (const path of findLostPaths(asked, fetch, owners)) paths.add(path);
    pathsByService.set(fetch.service, paths);
  }
  return [...pathsByService].map(
    ([service, paths]) =>
      new SpeakingError(
        'SUBGRAPH_UNAVAILABLE',
        `The service ${service} does not answer; missing here: ${[...paths].join(', ')}. The rest stands; ask again later.`,
        { service, paths: [...paths] },
      ),
  );
}
