import { type Day, type Level, SpeakingError } from '@tieuchi/subgraph-kit';
import type { GeographyContext } from '../request-context';
import type { LastHolder, UnitRow } from './administrative-unit.repository';

/** The district level ended with it (two-level local government from 1 July 2025). */
const LAST_DAY_OF_DISTRICTS = '2025-06-30';

/** A code has five digits at most; what is longer is not echoed whole. */
const LONGEST_SHOWN_CODE = 40;

const WORDS: Readonly<Record<Level, string>> = {
  COUNTRY: 'country',
  PROVINCE: 'province',
  DISTRICT: 'district',
  COMMUNE: 'commune-level unit',
};

/** @throws SpeakingError MAP_NOT_LOADED for a day before the first loaded state */
export function checkMapLoaded(map: Day, firstMapDay: Day): void {
  if (map >= firstMapDay) return;
  throw new SpeakingError('MAP_NOT_LOADED', `No map is loaded for ${map}; the first is that of ${firstMapDay}.`, {
    map,
  });
}

/**
 * The unit that has this code on the map of the request.
 * @throws SpeakingError MAP_NOT_LOADED for a day before the first loaded state; UNIT_NOT_FOUND, which names the map and,
 * where an earlier unit had the code, what became of it
 */
export async function findUnit(context: GeographyContext, level: Level, code: string): Promise<UnitRow> {
  const { asOf, firstMapDay, units } = context;
  checkMapLoaded(asOf.map, firstMapDay);
  const found = await units.findUnitByCode(level, code, asOf.map);
  if (found) return found;
  const shown = code.slice(0, LONGEST_SHOWN_CODE);
  const last = await units.findLastHolder(level, code, asOf.map);
  const history = last ? ` It was ${last.fullName} until ${last.lastDay}${successorsOf(last, level)}.` : '';
  throw new SpeakingError(
    'UNIT_NOT_FOUND',
    `No ${WORDS[level]} has the code "${shown}" on the map of ${asOf.map}.${history}`,
    {
      map: asOf.map,
      unitCode: shown,
      successors: last?.successors ?? null,
    },
  );
}

function successorsOf({ successors, lastDay }: LastHolder, level: Level): string {
  if (successors) return `; successor: ${successors.map(({ code, fullName }) => `${fullName} (${code})`).join(', ')}`;
  return level === 'DISTRICT' && lastDay === LAST_DAY_OF_DISTRICTS ? '; districts ended then' : '';
}
