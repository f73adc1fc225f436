import { Language, Origin } from '@tieuchi/subgraph-kit';
import type { UnitTally } from '../tally/security-tally.repository';
import { reconcile } from './reconcile';
import { reconciliationSentence } from './reconciliation-sentence';
import { ReportedFlag, ReportedKind } from './reported-enums';
import type { ReportedRow } from './reported-row';
import { flagTally } from './tally-flags';

const ROW: ReportedRow = {
  id: 'a',
  reference: 'X1',
  unitId: 'P-19',
  place: 'Thái Nguyên',
  asOf: '2024-11-15',
  year: 2024,
  indicatorId: 'ntm-2021-2025/19.2',
  criteriaVersion: '2021-2025',
  isCountedOnly: false,
  titleVi: '19.2',
  titleEn: '19.2',
  nounVi: 'xã',
  nounEn: 'communes',
  kind: ReportedKind.RESULT,
  met: 118,
  total: 121,
  totalIsQuota: false,
  printedPercent: '97.5',
  printedQualifier: null,
  targetPercent: null,
  printedAttainmentPercent: null,
  population: null,
  parts: null,
  note: null,
  source: 'Báo cáo',
  origin: Origin.REPORTED,
  mapExact: true,
  onItsDay: 121,
  onLoadedDays: [],
  populationId: 'ALL_COMMUNES',
  isDemonstration: false,
};
const RECORDED: UnitTally = {
  unitId: 'P-19',
  population: 'ALL_COMMUNES',
  met: 118,
  notMet: 3,
  unknown: 0,
  total: 121,
  unplaced: 0,
  selfAssessedMet: 0,
  countedOn: '2024-11-15',
  origin: Origin.RECORDED,
};
const outcomeOf = (row: Partial<ReportedRow>, recorded: Partial<UnitTally> | null = {}) =>
  reconcile({ ...ROW, ...row }, recorded && { ...RECORDED, ...recorded });

describe('a reported figure beside the recorded one', () => {
  it.each([
    ['EQUAL', {}, {}],
    ['DIFFERS', { met: 120 }, {}],
    ['DIFFERS', { met: 120, total: null }, { total: 122 }],
    ['POPULATION_DIFFERS', {}, { total: 122 }],
    ['POPULATION_DIFFERS', { onItsDay: 130 }, { total: 130 }],
    ['NOT_RECORDED', {}, null],
    ['NOT_RECORDED', {}, { met: 0, notMet: 0, unknown: 121 }],
    ['MAP_NOT_LOADED', { onItsDay: null, mapExact: false, onLoadedDays: [89, 66] }, {}],
    ['EQUAL', { onItsDay: null, mapExact: false, onLoadedDays: [121] }, {}],
    ['DIFFERENT_INDICATOR', { isCountedOnly: true }, {}],
    ['PLAN', { kind: ReportedKind.PLAN }, {}],
    ['PLAN', { kind: ReportedKind.PLAN, isDemonstration: true, isCountedOnly: true }, {}],
    ['DEMONSTRATION', { isDemonstration: true }, {}],
    ['MAP_NOT_LOADED', { isDemonstration: true, onItsDay: null, onLoadedDays: [] }, {}],
  ])('is %s for %j beside %j', (outcome, row, recorded) => {
    expect(outcomeOf(row, recorded).outcome).toBe(outcome);
  });

  it('tells by how many it differs, reported minus recorded', () => {
    expect(outcomeOf({ met: 120 })).toMatchObject({ recordedMet: 118, recordedTotal: 121, differenceMet: 2 });
    expect(outcomeOf({ met: 110 })).toMatchObject({ differenceMet: -8 });
  });

  it('shows nothing recorded where nothing is compared', () => {
    for (const row of [{ kind: ReportedKind.PLAN }, { isDemonstration: true }, { isCountedOnly: true }]) {
      expect(outcomeOf(row)).toMatchObject({ recordedMet: null, recordedTotal: null, differenceMet: null });
    }
  });
});

describe('its sentence', () => {
  const say = (row: Partial<ReportedRow>, recorded: Partial<UnitTally> | null = {}, language = Language.VI) => {
    const whole = { ...ROW, ...row };
    return reconciliationSentence(whole, outcomeOf(row, recorded), flagTally(whole), language);
  };

  it.each([
    [{}, {}, 'Thái Nguyên in 118/121 (97,5%); hệ thống ghi nhận 118/121: khớp.'],
    [{ met: 120, printedPercent: null }, {}, 'Thái Nguyên in 120/121; hệ thống ghi nhận 118/121: lệch 2.'],
    [
      { printedPercent: '97', printedQualifier: 'trên' },
      {},
      'Thái Nguyên in 118/121 (trên 97%); hệ thống ghi nhận 118/121: khớp; số nêu ước lượng ("trên").',
    ],
    [
      { printedPercent: '98.5' },
      { total: 2_500 },
      'Thái Nguyên in 118/121 (98,5%); hệ thống ghi nhận 118/2.500: khác mẫu số; tỷ lệ in không khớp với số đếm.',
    ],
    [{}, null, 'Thái Nguyên in 118/121 (97,5%): hệ thống chưa ghi nhận kết quả năm 2024.'],
    [
      { kind: ReportedKind.PLAN, printedPercent: null },
      {},
      'Thái Nguyên đặt kế hoạch 118/121: kế hoạch, không phải kết quả thực hiện.',
    ],
  ])('of %j beside %j', (row, recorded, sentence) => {
    expect(say(row, recorded)).toBe(sentence);
  });

  it('in English has its own marks', () => {
    expect(say({ met: 1_180, total: 1_210 }, { total: 1_210 }, Language.EN)).toBe(
      'Thái Nguyên prints 1,180/1,210 (97.5%); recorded here 118/1,210: differs by 1,062.',
    );
  });
});

describe('flags', () => {
  it('tell a total that is not the population of its day, and not of a quota or of what is counted only', () => {
    expect(flagTally({ ...ROW, total: 130, printedPercent: null })).toEqual([ReportedFlag.POPULATION_DIFFERS]);
    expect(flagTally({ ...ROW, total: 130, printedPercent: null, totalIsQuota: true })).toEqual([
      ReportedFlag.TOTAL_IS_QUOTA,
    ]);
    expect(flagTally({ ...ROW, total: 130, printedPercent: null, isCountedOnly: true })).toEqual([
      ReportedFlag.COUNTED_ONLY,
    ]);
  });

  it('tell a printed attainment that does not follow', () => {
    const attained = { ...ROW, targetPercent: '99', printedAttainmentPercent: '98.5' };
    expect(flagTally(attained)).toEqual([]);
    expect(flagTally({ ...attained, printedAttainmentPercent: '99' })).toEqual([
      ReportedFlag.PRINTED_ATTAINMENT_DIFFERS,
    ]);
  });
});
