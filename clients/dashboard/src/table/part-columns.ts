import type { FiguresFragment } from '../data/operations.generated';
import type { Part } from '../page/chosen-place';
import { rateText } from '../page/rate-text';
import { shownVerdict, VERDICT_SIGNS } from '../page/shown-verdict';
import type { Column } from './column';

type CountField = 'met' | 'notMet' | 'unknown' | 'total' | 'requiredCount' | 'allowance';

function count(id: Column<Part>['id'], field: CountField, isDetail = false): Column<Part> {
  const read = (attainment: FiguresFragment | null) => attainment?.[field] ?? null;
  return {
    id,
    kind: 'number',
    isDetail,
    sortValue: ({ attainment }) => read(attainment),
    text: ({ attainment }, { formats }) => {
      const value = read(attainment);
      return value === null ? '–' : formats.count(value);
    },
  };
}

const RATE: Column<Part> = {
  id: 'rate',
  kind: 'number',
  sortValue: ({ attainment }) => (attainment?.ratePercent == null ? null : Number(attainment.ratePercent)),
  text: ({ attainment }, view) => rateText(view, attainment),
};

/** From what is missing for certain to what may be missing: "0–2". */
const SHORTFALL: Column<Part> = {
  id: 'shortfall',
  kind: 'number',
  sortValue: ({ attainment }) => attainment?.shortfall ?? null,
  text: ({ attainment }, { formats }) => {
    if (attainment?.shortfall == null || attainment.shortfallIfUnknownsPass == null) return '–';
    const { shortfall, shortfallIfUnknownsPass } = attainment;
    const most = formats.count(shortfall);
    return shortfall === shortfallIfUnknownsPass ? most : `${formats.count(shortfallIfUnknownsPass)}–${most}`;
  },
};

const VERDICT: Column<Part> = {
  id: 'verdict',
  kind: 'text',
  sortValue: ({ attainment }) => attainment && shownVerdict(attainment),
  text: ({ attainment }, { words }) => {
    // nobody answered: that is no verdict
    if (!attainment) return '–';
    const verdict = shownVerdict(attainment);
    return `${VERDICT_SIGNS[verdict]} ${words.verdictShort[verdict]}`;
  },
};

const PACE: Column<Part> = {
  id: 'pace',
  kind: 'text',
  isDetail: true,
  sortValue: ({ attainment }) => attainment?.paceStatus ?? null,
  text: ({ attainment }, { words }) => (attainment?.paceStatus ? words.paceShort[attainment.paceStatus] : '–'),
};

/** Of units that have a standing: provinces and districts. */
export const PART_COLUMNS: readonly Column<Part>[] = [
  { id: 'code', kind: 'text', sortValue: ({ code }) => code, text: ({ code }) => code },
  { id: 'name', kind: 'text', sortValue: ({ name }) => name, text: ({ name }) => name },
  count('met', 'met'),
  count('notMet', 'notMet', true),
  count('unknown', 'unknown'),
  count('total', 'total'),
  RATE,
  count('required', 'requiredCount'),
  SHORTFALL,
  count('allowance', 'allowance', true),
  VERDICT,
  PACE,
];
