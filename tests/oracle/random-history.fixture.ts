import fc from 'fast-check';
import type { RegisterHistory } from '../services/lineage-oracle';
import { randomHistory as randomRegister } from '../services/random-lineage.fixture';
import { COUNTED_ON } from './oracle-programme.fixture';

/** What an answer is about: all that is known now (null), or by the end of a day, grouped on a map. */
export interface Look {
  readonly knownOn: string | null;
  readonly map: string;
}

/** An assessment by numbers that the register turns into a unit. */
export interface DrawnAssessment {
  readonly unit: number;
  readonly ofDistricts: boolean;
  readonly year: keyof typeof COUNTED_ON;
}

export interface DrawnStep {
  /** Which of the history's assessments it is about. */
  readonly place: number;
  /** Which of the steps that its state allows. */
  readonly move: number;
  readonly verdicts: readonly [ItemVerdict, ItemVerdict];
  readonly person: number;
  /** Somebody has read another version. */
  readonly isMistaken: boolean;
}

export type ItemVerdict = 'MET' | 'NOT_MET' | 'ITEM_UNKNOWN' | 'NO_COMPARABLE_PREVIOUS_YEAR';

/** Who did what with assessments, on which map, and when it was recorded. */
export interface AssessmentHistory {
  readonly register: RegisterHistory;
  readonly assessments: readonly DrawnAssessment[];
  readonly steps: readonly DrawnStep[];
  /** After so many steps the reorganisations reach the service; before, its register ends with the first map. */
  readonly swapAfter: number;
  /** Whether steps of different assessments are taken at the same moment. */
  readonly isTogether: boolean;
  /** Instants for what was recorded, in their order. */
  readonly moments: readonly string[];
  readonly looks: readonly Look[];
}

const RECORDING_DAYS = ['2025-06-29', '2025-06-30', '2025-07-01', '2025-07-02'];
/** On either side of midnight in Vietnam, and of midnight in UTC, which is none of ours. */
const TIMES = [
  '00:00:00',
  '00:00:00.000001',
  '06:59:59.999999',
  '07:00:00',
  '12:00:00',
  '16:59:59.999999',
  '17:00:00',
  '23:59:59.999999',
];
const INSTANTS = RECORDING_DAYS.flatMap((day) => TIMES.map((time) => `${day}T${time}+07:00`));
const CLOSED_DAYS = ['2025-06-28', ...RECORDING_DAYS];
const OTHER_MAPS = ['2025-07-01', '2027-01-01'];
const MOST_STEPS = 16;

const itemVerdict = fc.constantFrom<ItemVerdict[]>(
  'MET',
  'MET',
  'MET',
  'NOT_MET',
  'ITEM_UNKNOWN',
  'NO_COMPARABLE_PREVIOUS_YEAR',
);

const step = (assessments: number): fc.Arbitrary<DrawnStep> =>
  fc.record({
    place: fc.nat(assessments - 1),
    move: fc.nat(11),
    verdicts: fc.tuple(itemVerdict, itemVerdict),
    person: fc.nat(2),
    isMistaken: fc.integer({ min: 0, max: 11 }).map((drawn) => drawn === 11),
  });

const assessment: fc.Arbitrary<DrawnAssessment> = fc.record({
  unit: fc.nat(99),
  ofDistricts: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 3),
  year: fc.constantFrom(2025, 2026),
});

/** Provinces only go whole into others and no commune crosses a border: then one rule groups provinces and communes. */
export const randomAssessments: fc.Arbitrary<AssessmentHistory> = fc
  .array(assessment, { minLength: 3, maxLength: 6 })
  .chain((assessments) =>
    fc.record({
      register: randomRegister({ mergesOnly: true, crossesBorders: false }),
      assessments: fc.constant(assessments),
      steps: fc.array(step(assessments.length), { minLength: 5, maxLength: MOST_STEPS }),
      swapAfter: fc.nat(MOST_STEPS),
      isTogether: fc.boolean(),
      moments: fc.subarray(INSTANTS, { minLength: MOST_STEPS, maxLength: MOST_STEPS }),
      looks: fc.tuple(...CLOSED_DAYS.map(closedLook)).map((closed) => [...closed, ...currentLooks()]),
    }),
  );

function closedLook(knownOn: string): fc.Arbitrary<Look> {
  return fc.record({
    knownOn: fc.constant(knownOn),
    map: fc.constantFrom(...Object.values(COUNTED_ON), ...OTHER_MAPS),
  });
}

function currentLooks(): Look[] {
  return Object.values(COUNTED_ON).map((map) => ({ knownOn: null, map }));
}
