import type { CommuneNode } from '../data/page-content';
import type { Part } from '../page/chosen-place';
import { shownVerdict, VERDICT_SIGNS } from '../page/shown-verdict';
import type { View } from '../page/view';
import type { Words } from '../words/vi';

/** What a cell is sorted by; null stands last, whatever the direction. */
type SortValue = string | number | null;

/** A column of a table, the same for the screen and for the order of its files. */
export interface Column<Row> {
  /** As it stands in the address: "shortfall". */
  readonly id: string;
  heading(words: Words): string;
  readonly kind: 'text' | 'number';
  sortValue(row: Row): SortValue;
  text(row: Row, view: View): string;
}

/** What every row has: where it leads, and what it is found by. */
export interface Named {
  readonly code: string;
  readonly fullName: string;
}

const number = <Row>(id: string, heading: (words: Words) => string, read: (row: Row) => number | null | undefined) => ({
  id,
  heading,
  kind: 'number' as const,
  sortValue: (row: Row) => read(row) ?? null,
  text: (row: Row, { formats }: View) => {
    const count = read(row);
    return count == null ? '–' : formats.count(count);
  },
});

export const PART_COLUMNS: readonly Column<Part>[] = [
  {
    id: 'code',
    heading: ({ columns }) => columns.code,
    kind: 'text',
    sortValue: ({ code }) => code,
    text: ({ code }) => code,
  },
  {
    id: 'name',
    heading: ({ columns }) => columns.name,
    kind: 'text',
    sortValue: ({ name }) => name,
    text: ({ name }) => name,
  },
  number(
    'met',
    ({ columns }) => columns.met,
    ({ attainment }) => attainment?.met,
  ),
  number(
    'notMet',
    ({ columns }) => columns.notMet,
    ({ attainment }) => attainment?.notMet,
  ),
  number(
    'unknown',
    ({ columns }) => columns.unknown,
    ({ attainment }) => attainment?.unknown,
  ),
  number(
    'total',
    ({ columns }) => columns.total,
    ({ attainment }) => attainment?.total,
  ),
  {
    id: 'rate',
    heading: ({ columns }) => columns.rate,
    kind: 'number',
    sortValue: ({ attainment }) => (attainment?.ratePercent == null ? null : Number(attainment.ratePercent)),
    text: ({ attainment }, { formats }) => formats.percent(attainment?.ratePercent),
  },
  number(
    'required',
    ({ columns }) => columns.required,
    ({ attainment }) => attainment?.requiredCount,
  ),
  {
    ...number<Part>(
      'shortfall',
      ({ columns }) => columns.shortfall,
      ({ attainment }) => attainment?.shortfall,
    ),
    text: ({ attainment }, { formats }) => {
      if (attainment?.shortfall == null || attainment.shortfallIfUnknownsPass == null) return '–';
      const { shortfall, shortfallIfUnknownsPass } = attainment;
      const most = formats.count(shortfall);
      return shortfall === shortfallIfUnknownsPass ? most : `${formats.count(shortfallIfUnknownsPass)}–${most}`;
    },
  },
  number(
    'allowance',
    ({ columns }) => columns.allowance,
    ({ attainment }) => attainment?.allowance,
  ),
  {
    id: 'verdict',
    heading: ({ columns }) => columns.verdict,
    kind: 'text',
    sortValue: ({ attainment }) => attainment && shownVerdict(attainment),
    text: ({ attainment }, { words }) => {
      const verdict = attainment ? shownVerdict(attainment) : 'NO_DATA';
      return `${VERDICT_SIGNS[verdict]} ${words.verdictShort[verdict]}`;
    },
  },
  {
    id: 'pace',
    heading: ({ columns }) => columns.pace,
    kind: 'text',
    sortValue: ({ attainment }) => attainment?.paceStatus ?? null,
    text: ({ attainment }, { words }) => (attainment?.paceStatus ? words.paceShort[attainment.paceStatus] : '–'),
  },
];

const UNIT_SIGNS = { MET: '●', NOT_MET: '○', UNKNOWN: '▨' } as const;

export const COMMUNE_COLUMNS: readonly Column<CommuneNode>[] = [
  {
    id: 'code',
    heading: ({ columns }) => columns.code,
    kind: 'text',
    sortValue: ({ code }) => code,
    text: ({ code }) => code,
  },
  {
    id: 'name',
    heading: ({ columns }) => columns.name,
    kind: 'text',
    sortValue: ({ name }) => name,
    text: ({ fullName }) => fullName,
  },
  {
    id: 'under',
    heading: ({ columns }) => columns.under,
    kind: 'text',
    sortValue: ({ parent }) => parent?.name ?? null,
    text: ({ parent }) => parent?.name ?? '–',
  },
  {
    id: 'result',
    heading: ({ columns }) => columns.result,
    kind: 'text',
    sortValue: ({ assessment }) => assessment?.verdict ?? null,
    text: ({ assessment }, { words }) =>
      assessment ? `${UNIT_SIGNS[assessment.verdict]} ${words.unitVerdict[assessment.verdict]}` : '–',
  },
  {
    id: 'state',
    heading: ({ columns }) => columns.state,
    kind: 'text',
    sortValue: ({ assessment }) => assessment?.state ?? null,
    text: ({ assessment }, { words }) => (assessment ? words.state[assessment.state] : '–'),
  },
  {
    id: 'reason',
    heading: ({ columns }) => columns.reason,
    kind: 'text',
    sortValue: ({ assessment }) => assessment?.unknownReason ?? null,
    text: ({ assessment }, { words }) => (assessment?.unknownReason ? words.reason[assessment.unknownReason] : ''),
  },
];
