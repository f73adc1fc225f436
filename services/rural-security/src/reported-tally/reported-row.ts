import type { Day, Origin } from '@tieuchi/subgraph-kit';
import type { LoadedPopulation } from './population-fit';
import type { ReportedKind } from './reported-enums';

/** What a report says, as it is kept. Printed numbers are texts with just the digits that were printed. */
export interface ReportedFigures {
  readonly place: string;
  readonly asOf: Day;
  readonly year: number;
  readonly kind: ReportedKind;
  readonly met: number;
  readonly total: number | null;
  readonly totalIsQuota: boolean;
  readonly printedPercent: string | null;
  readonly printedQualifier: string | null;
  readonly targetPercent: string | null;
  readonly printedAttainmentPercent: string | null;
  /** The population in the words of the report. */
  readonly population: string | null;
  readonly parts: readonly number[] | null;
  readonly note: string | null;
  readonly source: string;
  readonly origin: Origin;
}

/** A reported tally with what is known here of its indicator, its unit and its day. */
export interface ReportedRow extends ReportedFigures, LoadedPopulation {
  readonly id: string;
  readonly reference: string;
  readonly unitId: string;
  readonly indicatorId: string;
  readonly criteriaVersion: string;
  readonly isCountedOnly: boolean;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly nounVi: string;
  readonly nounEn: string;
  /** Whether a loaded map is exact on the day of the report. */
  readonly mapExact: boolean;
  /** Whether units of the indicator's own population are meant; its id. */
  readonly populationId: string | null;
  readonly isDemonstration: boolean;
}
