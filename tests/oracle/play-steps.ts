import { type AsOf, type Database, SpeakingError } from '@tieuchi/subgraph-kit';
import { AssessmentDesk } from '../../services/rural-security/src/assessment-life/assessment-desk';
import type { RegisterHistory } from '../services/lineage-oracle';
import { type Known, NOT_STARTED, type Papers, planStep } from './next-step';
import { COMMUNES, COUNTED_ON, DISTRICTS, TODAY } from './oracle-programme.fixture';
import type { AssessmentHistory, DrawnStep } from './random-history.fixture';

const AS_OF: AsOf = { map: TODAY, knownOn: null, today: TODAY };

interface Target {
  readonly unitId: string;
  readonly indicatorId: string;
  readonly year: keyof typeof COUNTED_ON;
}

/** The people of one history: each knows what became of the steps before. */
export class People {
  private readonly targets: readonly Target[];
  private readonly known = new Map<Target, Known>();

  constructor(
    private readonly history: AssessmentHistory,
    private readonly database: Database,
    private readonly papers: Papers,
  ) {
    this.targets = targetsOf(history);
  }

  /** @returns how many of the steps were taken; the others were refused, as they must be */
  async take(steps: readonly DrawnStep[], register: RegisterHistory): Promise<number> {
    let taken = 0;
    for (const group of this.history.isTogether ? this.groups(steps) : steps.map((step) => [step])) {
      const outcomes = await Promise.all(group.map((step) => this.takeOne(step, register)));
      taken += outcomes.filter(Boolean).length;
    }
    return taken;
  }

  private async takeOne(step: DrawnStep, register: RegisterHistory): Promise<boolean> {
    const target = this.targetOf(step);
    const { unitId, indicatorId, year } = target;
    const place = { unitId, isItemised: indicatorId === COMMUNES, papers: this.papers };
    const planned = planStep(this.known.get(target) ?? NOT_STARTED, step, place);
    if (planned === null) return false;
    const desk = new AssessmentDesk(this.database, planned.who, AS_OF);
    const refusal = await desk.take({ indicatorId, year, unitCode: unitId }, planned.entry).then(
      () => null,
      (error: unknown) => codeOf(error),
    );
    const expected = isOn(COUNTED_ON[year], unitId, register)
      ? step.isMistaken
        ? 'STALE_VERSION'
        : null
      : 'UNIT_NOT_FOUND';
    if (refusal !== expected) throw new Error(`${planned.entry.step} of ${unitId}: ${refusal}, not ${expected}`);
    if (refusal === null) this.known.set(target, planned.next);
    return refusal === null;
  }

  /** Neighbours that are about different assessments, at most three: what was recorded first is chance then. */
  private groups(steps: readonly DrawnStep[]): DrawnStep[][] {
    const groups: DrawnStep[][] = [];
    for (const step of steps) {
      const last = groups.at(-1);
      const isFree = last?.every((other) => this.targetOf(other) !== this.targetOf(step)) ?? false;
      if (last && last.length < 3 && isFree) last.push(step);
      else groups.push([step]);
    }
    return groups;
  }

  private targetOf({ place }: DrawnStep): Target {
    return this.targets[place % this.targets.length] as Target;
  }
}

/** The assessments that were drawn, each once. */
function targetsOf({ assessments, register }: AssessmentHistory): Target[] {
  const idsOf = (wanted: string) =>
    register.versions.filter(({ level }) => level === wanted).map(({ unitId }) => unitId);
  const [communes, districts] = [idsOf('COMMUNE'), idsOf('DISTRICT')];
  const targets = assessments.map(({ unit, ofDistricts, year }): [string, Target] => {
    const isDistrict = ofDistricts && districts.length > 0;
    const ids = isDistrict ? districts : communes;
    const unitId = ids[unit % ids.length] as string;
    return [`${unitId} ${year}`, { unitId, indicatorId: isDistrict ? DISTRICTS : COMMUNES, year }];
  });
  return [...new Map(targets).values()];
}

function isOn(day: string, id: string, { versions }: RegisterHistory): boolean {
  return versions.some(
    ({ unitId, validFrom, validTo }) =>
      unitId === id && (validFrom === null || validFrom <= day) && (validTo === null || day < validTo),
  );
}

function codeOf(error: unknown): string {
  if (error instanceof SpeakingError) return String(error.extensions.code);
  throw error;
}
