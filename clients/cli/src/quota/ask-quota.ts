import { askGraphql, readOperation, type Server } from '../ask-graphql';
import type { QuotaReport, Standing } from './quota-report';

type Read<Part extends { standings: Standing[] }> = Omit<Part, 'standings'> & {
  readonly standings: readonly StandingRead[];
};
type StandingRead = Omit<Standing, 'code' | 'name'> & { readonly unit: { code: string; name: string } | null };
type Carried = NonNullable<QuotaReport['carried']>;
type CheckRead = Read<Pick<QuotaReport, 'rule' | 'origin' | keyof typeof TOTALS | 'standings'>> & {
  readonly carried: Read<Carried>;
};

const TOTALS = { required: true, held: true, shortfall: true, fulfilled: true };

/**
 * @returns a rule checked on its own map; with `asOf` also carried to the map of that day
 * @throws CliError when the server cannot answer
 */
export async function askQuota(server: Server, asked: QuotaReport['asked']): Promise<QuotaReport> {
  const { rule, asOf, knownOn } = asked;
  const variables = { rule, map: asOf, knownOn };
  const { quotaCheck } = await askGraphql<{ quotaCheck: CheckRead }>(server, readOperation('quota-check'), variables);
  const { carried, ...check } = quotaCheck;
  const standings = check.standings.map(named);
  return {
    format: 'tieuchi/quota-check/1',
    outcome: outcomeOf(standings),
    asked,
    ...check,
    standings,
    carried: asOf === null ? null : { ...carried, standings: carried.standings.map(named) },
  };
}

function named({ unit, ...standing }: StandingRead): Standing {
  return { code: unit?.code ?? null, name: unit?.name ?? null, ...standing };
}

/** A gap that is certain decides; without one, a standing that cannot be told leaves the whole open. */
export function outcomeOf(standings: readonly Standing[]): QuotaReport['outcome'] {
  if (standings.some(({ fulfilled }) => fulfilled === false)) return 'SHORT';
  const isKnown = standings.length > 0 && standings.every(({ fulfilled }) => fulfilled === true);
  return isKnown ? 'FULFILLED' : 'UNKNOWN';
}
