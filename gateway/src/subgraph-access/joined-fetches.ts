import type { SubgraphRequest } from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';

type Send = (request: SubgraphRequest) => Promise<FormattedExecutionResult>;

/** A fetch that has not left yet. */
interface Leaving {
  /** Grows by the entities of each fetch that joins it. */
  readonly entities: unknown[];
  readonly answer: Promise<FormattedExecutionResult>;
}

/**
 * Fetches from one service that become ready in one turn and ask the same of different entities – the country's counts and
 * those of its provinces – leave as one, so that the service reads once what it would read twice. Apollo plans them as two,
 * because their answers belong to two places.
 */
export class JoinedFetches {
  private readonly leaving = new WeakMap<object, Map<string, Leaving>>();

  /**
   * @param client the client's request that it is for: only what belongs to one of them is joined
   * @param send alike for all fetches of that request
   */
  async fetch(client: object, request: SubgraphRequest, send: Send): Promise<FormattedExecutionResult> {
    const own = request.variables?.representations;
    if (!Array.isArray(own)) return send(request);
    const { entities, answer } = this.leavingLike(client, request, send);
    const from = entities.length;
    for (const entity of own) entities.push(entity);
    const whole = await answer;
    return own.length === entities.length ? whole : partOf(whole, from, from + own.length);
  }

  private leavingLike(client: object, request: SubgraphRequest, send: Send): Leaving {
    const ofClient = this.leaving.get(client) ?? new Map<string, Leaving>();
    this.leaving.set(client, ofClient);
    const key = keyOf(request);
    const known = ofClient.get(key);
    if (known) return known;
    const entities: unknown[] = [];
    const answer = endOfTurn().then(() => {
      ofClient.delete(key);
      return send({ ...request, variables: { ...request.variables, representations: entities } });
    });
    const leaving = { entities, answer };
    ofClient.set(key, leaving);
    return leaving;
  }
}

/** After all that becomes ready by what is ready now: Node turns to this when no promise has anything left to do. */
function endOfTurn(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** What is asked, of whichever entities: the planner numbers the fetches of an operation in their names. */
function keyOf({ query, variables, operationName }: SubgraphRequest): string {
  const { representations, ...others } = variables ?? {};
  const unnamed = operationName ? query.replace(operationName, '') : query;
  return `${unnamed} ${JSON.stringify(others)}`;
}

/** The answer about the entities of one fetch, with their errors; an error that is about none of them is everybody's. */
function partOf(whole: FormattedExecutionResult, from: number, to: number): FormattedExecutionResult {
  const { data, errors, ...rest } = whole;
  const entities = data?._entities;
  const part = { data: Array.isArray(entities) ? { _entities: entities.slice(from, to) } : (data ?? null), ...rest };
  if (!errors) return part;
  const own = errors.flatMap((error) => {
    const [root, place, ...path] = error.path ?? [];
    if (root !== '_entities' || typeof place !== 'number') return error;
    return place >= from && place < to ? { ...error, path: [root, place - from, ...path] } : [];
  });
  return own.length > 0 ? { ...part, errors: own } : part;
}
