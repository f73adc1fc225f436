import { askGraphql, readOperation, type Server } from '../ask-graphql';
import type { QuotaReport, Standing } from './quota-report';

/** The graph nests the unit; a report names it in the row. */
type StandingRead = Omit<Standing, 'code' | 'name'> & {
  readonly unit: { readonly code: string; readonly name: string } | null;
};
type Read<Part> = Omit<Part, 'standings'> & { readonly standings: readonly StandingRead[] };
type CheckRead = Read<Omit<QuotaReport, 'format' | 'outcome' | 'asked' | 'carried'>> & {
  readonly carried: Read<NonNullable<QuotaReport['carried']>>;
};

/**
 * @returns a rule checked on its own map; with `asOf` also carried to the map of that day
 * @throws CliError when the server cannot answer
 */
export async function askQuota(server: Server, asked: QuotaReport['asked']): Promise<QuotaReport> {
  const { rule, asOf, knownOn } = asked;
  const variables = { rule, map: asOf, knownOn };
  const { quotaCheck } = await askGraphql<{ quotaCheck: CheckRead }>(server, readOperation('quota-check'), variables);
  const { carried, ...check } = quotaCheck;
  return {
    format: 'tieuchi/quota-check/1',
    outcome: outcomeOf(check.standings),
    asked,
    ...check,
    standings: check.standings.map(named),
    carried: asOf === null ? null : { ...carried, standings: carried.standings.map(named) },
  };
}

function named({ unit, ...standing }: StandingRead): Standing {
  return { code: unit?.code ?? null, name: unit?.name ?? null, ...standing };
}

/** A gap that is certain decides; without one, a unit that is undecided leaves the whole open. */
export function outcomeOf(standings: readonly Pick<Standing, 'verdict'>[]): QuotaReport['outcome'] {
  if (standings.some(({ verdict }) => verdict === 'SHORT')) return 'SHORT';
  const isFulfilled = standings.length > 0 && standings.every(({ verdict }) => verdict === 'FULFILLED');
  return isFulfilled ? 'FULFILLED' : 'UNKNOWN';
}
