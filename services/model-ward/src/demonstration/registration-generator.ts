import { drawWorkingInstant } from '@tieuchi/subgraph-kit';
import type { DemonstrationWard } from './demonstration-ward';
import type {
  MissingCriterion,
  PilotRegistration,
  PilotScorecard,
  RegistrationRevision,
  RegistrationState,
} from './pilot-registration';
import { pickRegisteredWards } from './registered-wards';
import { drawRegistrationDays, type RegistrationDays } from './registration-dates';
import { dealScorecards, pickRecognised, type ScorecardResult } from './scorecard-deal';

interface RegisteredWard {
  readonly code: string;
  readonly days: RegistrationDays;
  readonly result: ScorecardResult;
}

/**
 * Made-up registrations of wards for the pilot by 31 Dec 2023, the same for the same wards in any order: 172 on the map
 * of 31 Dec 2022. `mps-2022-11` is fulfilled everywhere, `mps-2023-12` is short in Đà Nẵng only, by 3.
 * @returns by ward code
 */
export function generateRegistrations(wards: readonly DemonstrationWard[]): PilotRegistration[] {
  const codes = pickRegisteredWards(wards).map(({ code }) => code);
  const results = dealScorecards(codes);
  const registered = codes.map((code) => ({
    code,
    days: drawRegistrationDays(code),
    result: results.get(code) ?? 'COMPLETE',
  }));
  const decisionNumbers = numberDecisions(registered);
  return registered.map((ward) => registrationOf(ward, decisionNumbers.get(ward.code) ?? null));
}

/** `MP-0001/2024` by ward code for the recognised wards, in the order of the decisions' days. */
function numberDecisions(registered: readonly RegisteredWard[]): Map<string, string> {
  const complete = registered.filter(({ result }) => result === 'COMPLETE');
  const recognised = pickRecognised(complete.map(({ code }) => code));
  const order = ({ code, days }: RegisteredWard) => `${days.decidedOn} ${code}`;
  return new Map(
    complete
      .filter(({ code }) => recognised.has(code))
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
      .map(({ code }, index) => [code, `MP-${String(index + 1).padStart(4, '0')}/2024`]),
  );
}

function registrationOf(ward: RegisteredWard, decisionNumber: string | null): PilotRegistration {
  const { code, days } = ward;
  return {
    code,
    registeredOn: days.registeredOn,
    recordedFrom: drawWorkingInstant(days.registeredOn, code),
    history: historyOf(ward, decisionNumber !== null),
    scorecard: scorecardOf(ward),
    recognition: decisionNumber ? { year: 2023, decisionNumber, decidedOn: days.decidedOn } : null,
  };
}

function historyOf({ code, days, result }: RegisteredWard, isRecognised: boolean): RegistrationRevision[] {
  const steps: (readonly [RegistrationState, string])[] = [
    ['REGISTERED', days.registeredOn],
    ['SELF_SCORED', days.selfScoredOn],
    ['APPRAISED', days.appraisedOn],
  ];
  if (result === 'COMPLETE') steps.push(['PROPOSED', days.proposedOn]);
  if (isRecognised) steps.push(['RECOGNISED', days.decidedOn]);
  return steps.map(([state, day], index) => {
    const next = steps[index + 1];
    return {
      state,
      recordedFrom: drawWorkingInstant(day, code),
      recordedTo: next ? drawWorkingInstant(next[1], code) : null,
    };
  });
}

function scorecardOf({ days, result }: RegisteredWard): PilotScorecard {
  const appraisedMissing: MissingCriterion[] = result === 'COMPLETE' ? [] : ['HEADQUARTERS'];
  const selfMissing: MissingCriterion[] = result === 'HEADQUARTERS_MISSING' ? ['HEADQUARTERS'] : [];
  return {
    criteriaAsked: 22,
    selfMet: 22 - selfMissing.length,
    appraisedMet: 22 - appraisedMissing.length,
    appraisedMissing,
    selfMissing,
    selfScoredOn: days.selfScoredOn,
    appraisedOn: days.appraisedOn,
  };
}
