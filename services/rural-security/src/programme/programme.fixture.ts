import { PROGRAMME_SCHEMA } from './programme-file';

const ITEM = { textVi: 'Nội dung', status: 'UNVERIFIED', source: null };

/** A small programme that is right in all, as JSON: two years, two sets, one target. Tests break it. */
export function newProgramme() {
  return {
    $schema: PROGRAMME_SCHEMA,
    id: 'new-2026',
    titleVi: 'Chương trình thử',
    titleEn: 'A programme for tests',
    validFrom: '2026-01-01' as string | null,
    validTo: '2027-12-31' as string | null,
    closingMap: null as string | null,
    legalBasis: [{ number: '1/QĐ-THU', date: '2026-01-01', issuer: 'Cơ quan thử', status: 'UNVERIFIED' }],
    indicators: [newIndicator()],
  };
}

export function newIndicator() {
  return {
    id: 'new-2026/1.1',
    number: '1.1',
    shape: 'UNITS_MET',
    titleVi: 'Chỉ tiêu thử',
    titleEn: 'An indicator for tests',
    nounVi: 'xã',
    nounEn: 'communes',
    lastStep: null as string | null,
    source: null,
    populations: [
      {
        id: 'ALL_COMMUNES',
        level: 'COMMUNE',
        kinds: ['RURAL_COMMUNE'] as string[] | null,
        isDefault: true,
        note: null,
      },
    ],
    criteriaSets: [
      newSet('FIRST', [
        { ...ITEM, number: 1 },
        { ...ITEM, number: 2 },
      ]),
      newSet('SECOND', [{ ...ITEM, number: 1 }]),
    ],
    years: [newYear(2026, 'FIRST'), newYear(2027, 'SECOND')],
    targets: [newTarget()] as object[],
  };
}

function newSet(version: string, items: (typeof ITEM & { number: number; points?: number; rule?: object })[]) {
  return {
    version,
    validFrom: null,
    validTo: null,
    source: null,
    status: 'UNVERIFIED',
    rule: { kind: 'ALL_OF' },
    items,
  };
}

export function newYear(year: number, criteriaVersion: string) {
  return {
    year,
    criteriaVersion,
    windowFrom: `${year - 1}-11-16`,
    windowTo: `${year}-11-15`,
    windowStatus: 'INFERENCE',
    submitBy: null as string | null,
    countedOn: `${year}-11-15`,
    countedOnBasis: 'ngày cuối của kỳ đánh giá',
  };
}

export function newTarget() {
  return {
    id: 'new-2026/target',
    scopeLevel: 'COUNTRY',
    scopeCode: 'VN',
    scopeMap: '2026-11-15',
    direction: 'AT_LEAST',
    percent: '90' as string | null,
    units: null as number | null,
    year: null as number | null,
    due: '2027-12-31' as string | null,
    baselineYear: 2026 as number | null,
    source: '1/QĐ-THU',
    version: '2026-01-01',
  };
}

export type NewProgramme = ReturnType<typeof newProgramme>;

/** The bytes of a file. */
export function asFile(programme: object): Buffer {
  return Buffer.from(JSON.stringify(programme, null, 2));
}
