import type { IndicatorFile } from './indicator-file';
import type { ParsedProgramme } from './parse-programme';
import type { ProgrammeSource } from './write-programme';

export interface TableRows {
  readonly name: string;
  readonly key: readonly string[];
  /** SQL: the programme that a row belongs to. */
  readonly ofProgramme: string;
  readonly columns: readonly string[];
  /** By column. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Columns as the tables name them; a row is read from the file by the same names in camel case. */
const COLUMNS = {
  programme: 'id title_vi title_en valid_from valid_to closing_map note legal_basis content_hash file_name is_imported',
  indicator:
    'id programme_id number title_vi title_en noun_vi noun_en last_step position shape source authorities unit_groups',
  assessment_year:
    'indicator_id year criteria_version window_from window_to window_status submit_by counted_on counted_on_basis',
  population: 'indicator_id id level kinds is_default note',
  criteria_set: 'indicator_id version valid_from valid_to source status rule',
  criteria_item:
    'indicator_id criteria_version number text_vi text_en status source rule evidence_policy evidence_checklist points',
  target:
    'id indicator_id scope_level scope_code scope_map direction percent units year due baseline_year source version',
} as const;

type TableName = keyof typeof COLUMNS;

const OF_INDICATOR = '(select i.programme_id from indicator i where i.id = indicator_id)';

/** What the tables hold of a file, in the order in which rows refer to each other. */
export function programmeRows(
  { programme, contentHash }: ParsedProgramme,
  { name, isImported }: ProgrammeSource,
): TableRows[] {
  const indicators = programme.indicators.map((one, position) => ({ ...one, programmeId: programme.id, position }));
  const ofEach = <T extends object>(partsOf: (indicator: IndicatorFile) => readonly T[]) =>
    indicators.flatMap((indicator) => partsOf(indicator).map((part) => ({ ...part, indicatorId: indicator.id })));
  const items = ofEach(({ criteriaSets }) =>
    criteriaSets.flatMap((set) => set.items.map((item) => ({ ...item, criteriaVersion: set.version }))),
  );
  // where another population becomes the default one, the old one must end before the new one begins
  const populations = ofEach((indicator) => [...indicator.populations].sort(defaultLast));
  return [
    tableRows('programme', 'id', 'id', [{ ...programme, contentHash, fileName: name, isImported }]),
    tableRows('indicator', 'id', 'programme_id', indicators),
    tableRows(
      'assessment_year',
      'indicator_id year',
      OF_INDICATOR,
      ofEach(({ years }) => years),
    ),
    tableRows('population', 'indicator_id id', OF_INDICATOR, populations),
    tableRows(
      'criteria_set',
      'indicator_id version',
      OF_INDICATOR,
      ofEach(({ criteriaSets }) => criteriaSets),
    ),
    tableRows('criteria_item', 'indicator_id criteria_version number', OF_INDICATOR, items),
    tableRows(
      'target',
      'id',
      OF_INDICATOR,
      ofEach(({ targets }) => targets),
    ),
  ];
}

function defaultLast(a: { readonly isDefault: boolean }, b: { readonly isDefault: boolean }): number {
  return Number(a.isDefault) - Number(b.isDefault);
}

function tableRows(name: TableName, key: string, ofProgramme: string, elements: readonly object[]): TableRows {
  const columns = COLUMNS[name].split(' ');
  const rows = elements.map((element) => {
    const values = element as Readonly<Record<string, unknown>>;
    return Object.fromEntries(columns.map((column) => [column, values[camelCase(column)] ?? null]));
  });
  return { name, key: key.split(' '), ofProgramme, columns, rows };
}

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
