import { importConversionTable } from '../conversion-table/conversion';
import type { ConversionReport } from '../conversion-table/conversion-report';
import type { ReferenceGeography } from '../reference/reference-geography';
import { applyReorganisation } from '../reorganisation/apply-reorganisation';
import { parseReorganisation } from '../reorganisation/parse-reorganisation';
import type { Fault } from '../reorganisation/reorganisation';
import type { ReorganisationReport } from '../reorganisation/reorganisation-report';

export const FILE_KINDS = ['conversion-table', 'reorganisation'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file that changes the geography. Geography is what the packages say, then each such file in its turn. */
export interface GeographyFile {
  readonly kind: FileKind;
  /** As the one who sent it calls it. */
  readonly name: string;
  readonly content: Uint8Array;
}

export type FileReport = ConversionReport | ReorganisationReport | { readonly faults: readonly Fault[] };

export interface AppliedFile {
  /** The same object where nothing changes or the file is refused. */
  readonly geography: ReferenceGeography;
  readonly accepted: boolean;
  readonly report: FileReport;
}

/** What a file makes of the geography: pure, all or nothing. */
export function applyGeographyFile(geography: ReferenceGeography, { kind, content }: GeographyFile): AppliedFile {
  if (kind === 'conversion-table') {
    const { geography: changed, report } = importConversionTable(geography, content);
    return { geography: changed, accepted: report.accepted, report };
  }
  const parsed = parseReorganisation(new TextDecoder().decode(content));
  if (parsed.faults) return { geography, accepted: false, report: { faults: parsed.faults } };
  const applied = applyReorganisation(geography, parsed.reorganisation);
  if (applied.faults) return { geography, accepted: false, report: { faults: applied.faults } };
  return { geography: applied.geography, accepted: true, report: applied.report };
}
