import type { CatalogueQuery, Language } from '../data/operations.generated';
import type { Address } from './address';

export type Programme = NonNullable<CatalogueQuery['programmes']>[number];
export type Indicator = Programme['indicators'][number];
export type AssessmentYear = Indicator['years'][number];
export type PlaceLevel = 'COUNTRY' | 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

/** What the page asks, with nothing left open. */
export interface Question {
  readonly programme: Programme;
  readonly indicator: Indicator;
  readonly year: AssessmentYear;
  readonly map: string;
  readonly knownOn: string | null;
  readonly place: string;
  readonly level: PlaceLevel;
  readonly language: Language;
}

/**
 * Fills in what the address leaves open. The programme is the one in force or, where that has no assessment year yet, the
 * one that ended last; the year is the programme's last; the map is the one on which the programme closed, else the one
 * whose units the year counts. Null where no programme has an assessment year.
 */
export function resolveQuestion(address: Address, catalogue: CatalogueQuery): Question | null {
  const programmes = catalogue.programmes ?? [];
  const indicatorChosen = programmes.flatMap(({ indicators }) => indicators).find(({ id }) => id === address.indicator);
  const programme = programmeOf(address, catalogue, indicatorChosen);
  const indicators = programme?.indicators.filter(isJudged) ?? [];
  const indicator = indicators.find(({ id }) => id === address.indicator) ?? indicators[0];
  const year = indicator?.years.find((one) => one.year === address.year) ?? indicator?.years.at(-1);
  if (!programme || !indicator || !year) return null;
  return {
    programme,
    indicator,
    year,
    map: address.map ?? programme.closingMap ?? year.countedOn,
    knownOn: address.known,
    place: address.place,
    level: levelOf(address.place),
    language: address.language === 'en' ? 'EN' : 'VI',
  };
}

/** Whether units are judged by it in some year. */
export function isJudged({ shape, years }: Indicator): boolean {
  return shape === 'UNITS_MET' && years.length > 0;
}

function programmeOf(address: Address, catalogue: CatalogueQuery, indicator: Indicator | undefined) {
  const judged = (catalogue.programmes ?? []).filter(({ indicators }) => indicators.some(isJudged));
  const holding = judged.find(({ indicators }) => indicator && indicators.includes(indicator));
  const chosen = judged.find(({ id }) => id === address.programme);
  const inForce = judged.find(({ id }) => id === catalogue.programmeInForce?.id);
  const endedLast = judged.toSorted((a, b) => (b.validTo ?? '').localeCompare(a.validTo ?? ''))[0];
  return chosen ?? holding ?? inForce ?? endedLast;
}

function levelOf(code: string): PlaceLevel {
  if (code === 'VN') return 'COUNTRY';
  if (code.length === 2) return 'PROVINCE';
  return code.length === 3 ? 'DISTRICT' : 'COMMUNE';
}
