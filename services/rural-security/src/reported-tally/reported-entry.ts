import { type Day, Level, Origin, UnitKind } from '@tieuchi/subgraph-kit';
import { isListOfParts, partsInNote, readParts } from './parts';
import { ReportedKind } from './reported-enums';
import { populationKinds, reportedIndicatorId, reportedIndicatorTexts } from './reported-indicators';
import type { ReportedFigures } from './reported-row';
import { quote, type RowCells } from './row-cells';

/** One row of a file, with all that does not need the map. */
export interface ReportedEntry extends ReportedFigures {
  readonly line: number;
  readonly reference: string;
  readonly indicatorId: string;
  readonly indicatorName: string;
  readonly criteriaVersion: string;
  readonly populationKinds: readonly UnitKind[] | null;
  readonly unit: NamedUnit;
}

/** How a report names a unit: by its code on a map. */
export interface NamedUnit {
  readonly code: string;
  readonly provinceCode: string | null;
  readonly level: Level;
  /** Where the file says more than the level. */
  readonly kind: UnitKind | null;
  /** Null: that of the day of the report, or the first one that is loaded. */
  readonly map: Day | null;
}

/** As the published figures name levels; a ward is a kind. */
const LEVELS = ['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'WARD', 'TOWNSHIP'] as const;
const KINDS: Readonly<Record<string, UnitKind>> = { WARD: UnitKind.WARD, TOWNSHIP: UnitKind.TOWNSHIP };
const POPULATION_IN_NOTE = /\bpopulation(?: here)? = ([^;]+)/i;
const MOST_PERCENT = 100;

/** @param today results of days to come are refused, plans are not */
export function readEntry(line: number, cells: RowCells, today: Day): ReportedEntry {
  const indicatorName = cells.required('indicator', 'name what is counted: I19_2, NTM');
  const criteriaVersion = cells.required('criteria_version', 'name the criteria set: 2021-2025');
  const kind = cells.oneOf('kind', Object.values(ReportedKind)) ?? ReportedKind.RESULT;
  const { totalIsQuota } = reportedIndicatorTexts(indicatorName);
  return {
    line,
    reference: cells.required('id', 'give the row an id of its own'),
    place: cells.required('place', 'name the place as the source does'),
    source: cells.required('source', 'say where it was printed, or who reported it'),
    indicatorName,
    criteriaVersion,
    indicatorId: reportedIndicatorId(indicatorName, criteriaVersion),
    kind,
    ...readDay(cells, kind, today),
    ...readCounts(cells, totalIsQuota),
    totalIsQuota,
    printedPercent: cells.percent('printed_percent', totalIsQuota ? null : MOST_PERCENT),
    printedQualifier: cells.text('printed_qualifier'),
    targetPercent: cells.percent('target_percent', MOST_PERCENT),
    printedAttainmentPercent: cells.percent('printed_attainment_percent', null),
    ...readNote(cells),
    origin: cells.oneOf('origin', [Origin.PUBLISHED, Origin.REPORTED], Origin.PUBLISHED) ?? Origin.PUBLISHED,
    unit: readUnit(cells),
  };
}

function readDay(cells: RowCells, kind: ReportedKind, today: Day): { asOf: Day; year: number } {
  const asOf = cells.day('as_of') ?? '';
  if (cells.text('as_of') === null) cells.report('as_of', 'empty', 'write the day that it is about: 2023-11-15');
  if (kind === ReportedKind.RESULT && asOf > today) {
    cells.report('as_of', `${asOf} is still to come`, 'a result has come; what is to come is a PLAN');
  }
  const year = cells.count('year') ?? Number(asOf.slice(0, 4));
  if (cells.text('year') !== null && (year < 1945 || year > 2100)) {
    cells.report('year', `${year} is no year of a programme`, 'write it as 2024, or leave it empty');
  }
  return { asOf, year };
}

function readCounts(cells: RowCells, totalIsQuota: boolean): { met: number; total: number | null } {
  const met = cells.count('met') ?? 0;
  const total = cells.count('total');
  if (cells.text('met') === null) cells.report('met', 'empty', 'write how many; a row without a number says nothing');
  if (total !== null && met > total && !totalIsQuota) {
    cells.report('met', `${met} of ${total}: more than all`, 'check both numbers against the source');
  }
  return { met, total };
}

/** What the note says of population and parts holds where no column says it. */
function readNote(cells: RowCells) {
  const note = cells.text('note');
  const parts = cells.text('parts');
  if (parts !== null && !isListOfParts(parts)) {
    cells.report('parts', `${quote(parts)} is no list of parts`, 'write them as 14 + 6 + 3');
  }
  const population = cells.text('population') ?? populationInNote(note);
  return {
    note,
    population,
    populationKinds: population === null ? null : populationKinds(population),
    parts: parts !== null && isListOfParts(parts) ? readParts(parts) : note === null ? null : partsInNote(note),
  };
}

/** "population = …", or a note that begins with words that mean kinds of units: "communes; …". */
function populationInNote(note: string | null): string | null {
  if (note === null) return null;
  const [, said] = POPULATION_IN_NOTE.exec(note) ?? [];
  if (said !== undefined) return said.trim();
  const [first = ''] = note.split(';');
  return populationKinds(first) === null ? null : first.trim();
}

function readUnit(cells: RowCells): NamedUnit {
  const level = cells.oneOf('level', LEVELS) ?? 'PROVINCE';
  const kind = KINDS[level] ?? null;
  return {
    code: cells.required('unit_code', 'write the code of the statistics office; the country is VN'),
    provinceCode: cells.text('province_code'),
    level: kind === null ? Level[level as keyof typeof Level] : Level.COMMUNE,
    kind,
    map: cells.day('map'),
  };
}
