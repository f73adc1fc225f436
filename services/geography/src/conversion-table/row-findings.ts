import type { AliasUse, Correction, OtherSpelling } from './conversion-report';
import type { Column, FaultCode, RowFault } from './conversion-row';

/** Collects what is found while rows are matched with units. */
export class RowFindings {
  readonly faults: RowFault[] = [];
  readonly corrections: Correction[] = [];
  readonly spellings: OtherSpelling[] = [];
  private readonly aliasLines = new Map<string, { unitId: string; code: string; lines: number[] }>();

  refuse(code: FaultCode, line: number, column: Column | null, reason: string, remedy: string): void {
    this.faults.push({ code, line, column, reason, remedy });
  }

  useAlias(unitId: string, code: string, line: number): void {
    const use = this.aliasLines.get(code) ?? { unitId, code, lines: [] };
    use.lines.push(line);
    this.aliasLines.set(code, use);
  }

  get aliases(): AliasUse[] {
    return [...this.aliasLines.values()];
  }
}
