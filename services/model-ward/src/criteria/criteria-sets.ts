import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, readDataFile, SpeakingError, StartError } from '@tieuchi/subgraph-kit';
import { type CriteriaSetFile, criteriaSetFile } from './criteria-set-file';

const DATA = join(__dirname, '../../data');

/** The set of a year, and the day on whose map the year reads codes of wards. */
export interface YearOfCriteria {
  readonly set: CriteriaSetFile;
  readonly year: number;
  readonly countedOn: Day;
}

/** The shipped criteria sets: which one applies follows the year. */
export class CriteriaSets {
  private readonly years: ReadonlyMap<number, YearOfCriteria>;

  /** @throws StartError where two sets hold for one year */
  constructor(readonly all: readonly CriteriaSetFile[]) {
    const years = new Map<number, YearOfCriteria>();
    for (const set of all) {
      for (const { year, countedOn } of set.years) {
        const other = years.get(year)?.set;
        if (other) throw setError(`${year} has two sets, ${other.id} and ${set.id}`);
        years.set(year, { set, year, countedOn });
      }
    }
    this.years = years;
  }

  /** The first day of the first year that a set holds for: before it there was no pilot. */
  get firstDay(): Day {
    return `${Math.min(...this.years.keys())}-01-01`;
  }

  /** @throws SpeakingError YEAR_NOT_FOUND with the years that there are */
  ofYear(year: number): YearOfCriteria {
    const found = this.years.get(year);
    if (found) return found;
    throw new SpeakingError(
      'YEAR_NOT_FOUND',
      `No criteria set for model wards holds in ${year}; known: ${[...this.years.keys()].sort().join(', ')}.`,
      { path: 'year' },
    );
  }
}

/**
 * The sets in `folder`: each `*.criteria.json` is one.
 * @throws StartError that names the file and each fault with its place
 */
export function readCriteriaSets(folder = DATA): CriteriaSets {
  const names = readdirSync(folder).filter((name) => name.endsWith('.criteria.json'));
  const sets = names.map((name) => {
    const { content, faults } = readDataFile(readFileSync(join(folder, name)), criteriaSetFile);
    if (!faults) return content;
    throw setError(`${name}: ${faults.map(({ place, message }) => `${place}: ${message}`).join('; ')}`);
  });
  return new CriteriaSets(sets.sort((a, b) => firstYear(a) - firstYear(b)));
}

function setError(fault: string): StartError {
  return new StartError(`criteria sets of model wards: ${fault}`, 'mend the file and start again');
}

function firstYear({ years }: CriteriaSetFile): number {
  return Math.min(...years.map(({ year }) => year));
}
