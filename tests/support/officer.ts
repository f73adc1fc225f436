import type { Actor } from '@tieuchi/subgraph-kit';
import type { GraphqlAnswer, TestSystem } from './test-system';

/** Somebody with a role in a part of the country, as the ministry's issuer would name them. */
export interface Officer extends Actor {
  readonly token: string;
  ask(query: string, variables?: object): Promise<GraphqlAnswer>;
}

export async function signIn(system: TestSystem, actor: Actor): Promise<Officer> {
  const token = await system.issuer.sign(actor);
  return {
    ...actor,
    token,
    ask: (query, variables) => system.ask(query, variables, { authorization: `Bearer ${token}` }),
  };
}

/** The id of a unit, which is opaque to clients but names the part of the country that a role holds for. */
export async function unitIdOf(system: TestSystem, level: string, code: string, day: string): Promise<string> {
  const rows = await system.database.query<{ unit_id: string }>(
    'select unit_id from rural_security.register_unit_version where level = $1 and code = $2 and valid @> $3::date',
    [level, code, day],
  );
  if (!rows[0]) throw new Error(`no ${level} ${code} on ${day}`);
  return rows[0].unit_id;
}

/**
 * What a mutation answered. A role that takes no such step at all is refused before anything runs, with an error of the
 * whole operation; here it stands among the user errors, as where the step itself refuses.
 */
export function payloadOf({ data, errors }: GraphqlAnswer, name: string) {
  const [refusal] = errors ?? [];
  if (refusal?.extensions.code === 'FORBIDDEN') {
    return { userErrors: [{ code: 'FORBIDDEN', path: [] as string[], message: refusal.message }] };
  }
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}
