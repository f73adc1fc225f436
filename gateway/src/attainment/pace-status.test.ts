import { judgePace, type PaceFacts } from './pace-status';

/** With the class itself, where the facts ask for it. */
type Told = Omit<PaceFacts, 'paceClass'> & { paceClass: ReturnType<PaceFacts['paceClass']> };

const BEHIND: Told = {
  verdict: 'NOT_ATTAINED',
  attainedYear: null,
  duePassed: false,
  isDueYear: false,
  paceClass: 'BEHIND',
};
const LOST_AND_MISSED = { attainedYear: 2023, duePassed: true, isDueYear: true } as const;

test.each<[string, Partial<Told>, ReturnType<typeof judgePace>]>([
  ['no target', { ...LOST_AND_MISSED, verdict: 'NO_TARGET' }, null],
  ['no population', { ...LOST_AND_MISSED, verdict: 'NOT_APPLICABLE' }, null],
  ['attained now and before', { ...LOST_AND_MISSED, verdict: 'ATTAINED' }, 'ATTAINED'],
  ['attained before, not now', { attainedYear: 2023 }, 'LOST'],
  ['attained before, not now, time over', LOST_AND_MISSED, 'LOST'],
  ['never attained, time over', { duePassed: true, isDueYear: true }, 'MISSED'],
  ['never attained, due year, time not over', { isDueYear: true }, 'BEHIND'],
  ['undecided when time is over', { verdict: 'UNDECIDED', duePassed: true, isDueYear: true }, 'UNKNOWN'],
  ['undecided in the due year', { verdict: 'UNDECIDED', isDueYear: true, paceClass: 'ON_TRACK' }, 'UNKNOWN'],
  ['attained before, undecided now', { verdict: 'UNDECIDED', attainedYear: 2023, paceClass: 'ON_TRACK' }, 'UNKNOWN'],
  ['undecided on the way', { verdict: 'UNDECIDED', paceClass: 'ON_TRACK' }, 'ON_TRACK'],
  ['nothing appraised', { verdict: 'NO_DATA' }, 'UNKNOWN'],
  ['nothing appraised when time is over', { ...LOST_AND_MISSED, verdict: 'NO_DATA' }, 'UNKNOWN'],
  ['no certain class', { paceClass: null }, 'UNKNOWN'],
  ['a class below zero', { paceClass: 'REGRESSING' }, 'REGRESSING'],
])('%s', (_, facts, status) => {
  const { paceClass, ...told } = { ...BEHIND, ...facts };
  expect(judgePace({ ...told, paceClass: () => paceClass })).toBe(status);
});
