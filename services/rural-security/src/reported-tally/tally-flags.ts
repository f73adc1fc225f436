import { attainmentFollows } from './attainment-follows';
import { exactPercent } from './computed-percent';
import { partsDiffer } from './parts';
import { populationFit } from './population-fit';
import { printedFollows } from './printed-follows';
import { ReportedFlag, ReportedKind } from './reported-enums';
import type { ReportedRow } from './reported-row';

/** All that a reader must know of a reported figure, in the order of the enum. */
export function flagTally(row: ReportedRow): ReportedFlag[] {
  const holds: Readonly<Record<ReportedFlag, boolean>> = {
    [ReportedFlag.PLAN]: row.kind === ReportedKind.PLAN,
    [ReportedFlag.COUNTED_ONLY]: row.isCountedOnly,
    [ReportedFlag.QUALIFIED]: row.printedQualifier !== null,
    [ReportedFlag.PRINTED_PERCENT_DIFFERS]: percentDiffers(row),
    [ReportedFlag.PRINTED_ATTAINMENT_DIFFERS]: attainmentDiffers(row),
    [ReportedFlag.PARTS_DIFFER]: partsDiffer(row.parts, row.met),
    [ReportedFlag.TOTAL_IS_QUOTA]: row.totalIsQuota && row.total !== null,
    [ReportedFlag.POPULATION_DIFFERS]: fitOf(row) === 'DIFFERS',
    [ReportedFlag.MAP_NOT_LOADED]: fitOf(row) === 'MAP_NOT_LOADED',
  };
  return Object.values(ReportedFlag).filter((flag) => holds[flag]);
}

/** Null where there is no population to compare with: of indicators that are counted only, of quotas, without a total. */
export function fitOf(row: ReportedRow): ReturnType<typeof populationFit> | null {
  if (row.isCountedOnly || row.populationId === null || row.totalIsQuota || row.total === null) return null;
  return populationFit(row.total, row);
}

function percentDiffers({ met, total, printedPercent, printedQualifier }: ReportedRow): boolean {
  const exact = exactPercent(met, total);
  return exact !== null && printedPercent !== null && !printedFollows(printedPercent, exact, printedQualifier);
}

function attainmentDiffers(row: ReportedRow): boolean {
  const { met, total, printedPercent, printedAttainmentPercent, targetPercent } = row;
  if (printedAttainmentPercent === null || targetPercent === null) return false;
  return !attainmentFollows(printedAttainmentPercent, targetPercent, printedPercent, exactPercent(met, total));
}
