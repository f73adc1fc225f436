import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { Target } from '../target';
import type { SeriesYear } from './common-indicator';
import type { Series } from './ledger';

/** Which series of a unit is asked about, and against which of its targets. */
export interface SeriesQuestion {
  readonly indicatorId: string;
  /** An id of the indicator's populations; null for its default one. */
  readonly populationId: string | null;
  /** Null for the target that holds. */
  readonly targetVersion: string | null;
}

/**
 * @param known the default one first
 * @throws SpeakingError POPULATION_NOT_FOUND
 */
export function findPopulation({ indicatorId, populationId }: SeriesQuestion, known: readonly string[]): string {
  const [byDefault = ''] = known;
  if (populationId === null) return byDefault;
  if (known.includes(populationId)) return populationId;
  throw new SpeakingError(
    'POPULATION_NOT_FOUND',
    `${indicatorId} is not counted over "${populationId}"; its populations: ${known.join(', ')}.`,
  );
}

/**
 * @param known the one that holds first
 * @throws SpeakingError TARGET_NOT_FOUND
 */
export function findTarget(question: SeriesQuestion, known: readonly Target[]): Target | null {
  const { indicatorId, targetVersion } = question;
  if (targetVersion === null) return known[0] ?? null;
  const found = known.find(({ version }) => version === targetVersion);
  if (found) return found;
  const versions = known.map(({ version }) => version).join(', ') || 'none';
  throw new SpeakingError(
    'TARGET_NOT_FOUND',
    `No target of ${indicatorId} for this unit has the version "${targetVersion}"; its versions: ${versions}.`,
  );
}

/** @throws SpeakingError YEAR_NOT_FOUND, or NOT_RESTATABLE where the unit does not group the units that the year counted */
export function requireYear({ indicatorId, series, years }: Series, year: number): SeriesYear {
  const found = years.find((one) => one.year === year);
  if (!found) {
    const known = years.map((one) => one.year).join(', ') || 'none';
    throw new SpeakingError('YEAR_NOT_FOUND', `${indicatorId} is not assessed in ${year}; its years: ${known}.`);
  }
  if (series.has(year)) return found;
  const { countedOn } = found;
  throw new SpeakingError(
    'NOT_RESTATABLE',
    `${year} was counted on the map of ${countedOn}, and its units cannot be grouped under this unit; ask with @asOf(map: "${countedOn}").`,
  );
}
