import { stringify } from 'csv-stringify/sync';
import { layOut } from '../text-table';
import { SYNTHETIC_BANNER, SYNTHETIC_MARK, writeDay, writePercent } from '../wording';
import type { AttainmentReport, Standing } from './attainment-report';

const HEADINGS = ['Mã', 'Địa phương', 'Đạt', 'Chưa có', 'Tổng', 'Tỷ lệ', 'Cần', 'Thiếu', 'Kết luận', 'Tiến độ'];

const VERDICTS: Readonly<Record<string, string>> = {
  ATTAINED: 'Đạt',
  NOT_ATTAINED: 'Chưa đạt',
  MISSED: 'Không đạt',
  UNDECIDED: 'Chưa kết luận',
  NO_DATA: 'Chưa có SL',
  NO_TARGET: 'Chưa giao',
  NOT_APPLICABLE: 'Ngoài phạm vi',
};
const PACES: Readonly<Record<string, string>> = {
  ATTAINED: 'Đã đạt',
  ON_TRACK: 'Đúng tiến độ',
  BEHIND: 'Chậm',
  FAR_BEHIND: 'Chậm nhiều',
  REGRESSING: 'Giảm',
  LOST: 'Không giữ được',
  MISSED: 'Hết hạn',
  UNKNOWN: 'Chưa xét được',
};

/** The sentence, its steps where they were asked for, and a line for each unit. */
export function asTable({ asked, unit, parts }: AttainmentReport): string[] {
  const map = asked.asOf ? [`Địa giới ngày ${writeDay(asked.asOf)}`] : [];
  const known = asked.knownOn ? [`số liệu ghi nhận đến hết ngày ${writeDay(asked.knownOn)}`] : [];
  const steps = unit.attainment?.explanation ?? [];
  // the server's sentence carries the mark of synthetic figures itself; the table needs its own
  const mark = isSynthetic([unit, ...parts]) ? SYNTHETIC_MARK : '';
  return [
    unit.attainment?.answer ?? `${mark}${unit.name}: không có số đếm để trả lời.`,
    ...steps.map(({ step, text }) => `  ${step}. ${text}`),
    '',
    `${mark}${[...map, ...known].join(', ') || 'Địa giới hôm nay'}`,
    ...layOut(HEADINGS, [unit, ...parts].map(cellsOf)),
  ];
}

export function asCsv({ unit, parts }: AttainmentReport): string[] {
  const rows = [unit, ...parts];
  const marked = isSynthetic(rows);
  const table = [
    ...(marked ? [[SYNTHETIC_BANNER]] : []),
    [...HEADINGS, ...(marked ? ['nguon_so_lieu'] : [])],
    ...rows.map((row) => [...cellsOf(row), ...(marked ? ['MÔ PHỎNG'] : [])]),
  ];
  return stringify(table, { escape_formulas: true }).trimEnd().split('\n');
}

function isSynthetic(standings: readonly Standing[]): boolean {
  return standings.some(({ attainment }) => attainment?.origin === 'SYNTHETIC');
}

function cellsOf({ code, name, attainment }: Standing) {
  if (attainment === null) return [code, name, null, null, null, null, null, null, VERDICTS.NO_DATA ?? '', ''];
  const { verdict, duePassed, paceStatus } = attainment;
  return [
    ...[code, name, attainment.met, attainment.unknown, attainment.total, writePercent(attainment.ratePercent)],
    ...[attainment.requiredCount, attainment.shortfall],
    VERDICTS[verdict === 'NOT_ATTAINED' && duePassed ? 'MISSED' : verdict] ?? verdict,
    paceStatus === null ? '' : (PACES[paceStatus] ?? paceStatus),
  ];
}
