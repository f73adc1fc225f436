import type { PaceClass } from './pace-ratio';
import type { AttainmentVerdict } from './verdict';

export type PaceStatus = 'ATTAINED' | 'LOST' | 'MISSED' | 'UNKNOWN' | PaceClass;

export interface PaceFacts {
  readonly verdict: AttainmentVerdict;
  /** The latest earlier year in which the target was attained. */
  readonly attainedYear: number | null;
  readonly duePassed: boolean;
  /** The year asked about is the due year or a later one. */
  readonly isDueYear: boolean;
  /** The class that holds in both bounds of both years; null without a usable baseline. Asked for where it decides. */
  readonly paceClass: () => PaceClass | null;
}

/**
 * In this order; null without a target or a population. Source: a convention of this project.
 *
 * `LOST` and `MISSED` need the certain verdict `NOT_ATTAINED`: who has sent too little is never accused. So a target that
 * is `UNDECIDED` or without data when its time is over is `UNKNOWN`, and so is one that was attained and may still be.
 * `UNDECIDED` before the due year keeps its pace where that is the same in both bounds: at least `ON_TRACK` is a fact.
 */
export function judgePace({ verdict, attainedYear, duePassed, isDueYear, paceClass }: PaceFacts): PaceStatus | null {
  if (verdict === 'NO_TARGET' || verdict === 'NOT_APPLICABLE') return null;
  if (verdict === 'ATTAINED') return 'ATTAINED';
  if (verdict === 'NOT_ATTAINED' && attainedYear !== null) return 'LOST';
  if (verdict === 'NOT_ATTAINED' && duePassed) return 'MISSED';
  if (verdict === 'NO_DATA') return 'UNKNOWN';
  if (verdict === 'UNDECIDED' && (isDueYear || attainedYear !== null)) return 'UNKNOWN';
  return paceClass() ?? 'UNKNOWN';
}
