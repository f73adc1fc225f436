import type { Column, ConversionRow } from './conversion-row';
import { findIntendedCode, findIntendedProvince } from './known-slip';
import type { PlacedUnit, PlacedUnits } from './placed-units';
import type { RowFindings } from './row-findings';
import { isSpellingOf, nameKey } from './unit-name-match';

/** A row with the units that its codes mean. */
export interface MatchedRow {
  readonly row: ConversionRow;
  readonly predecessor: PlacedUnit;
  readonly successor: PlacedUnit;
}

export interface Maps {
  /** The last day of the old map. */
  readonly before: PlacedUnits;
  /** The first day of the new one. */
  readonly after: PlacedUnits;
}

/** The units of a row, or null where it is refused; corrections and refusals go into `findings`. */
export function matchRow(row: ConversionRow, maps: Maps, findings: RowFindings): MatchedRow | null {
  const refusals = findings.faults.length;
  const successor = matchSuccessor(row, maps.after, findings);
  const predecessor =
    row.oldCode === null ? matchDistrict(row, maps.before, findings) : matchOld(row, maps.before, findings);
  if (!predecessor || !successor || findings.faults.length > refusals) return null;
  return { row, predecessor, successor };
}

function matchSuccessor(row: ConversionRow, after: PlacedUnits, findings: RowFindings): PlacedUnit | undefined {
  const { line, newCode, newName, newProvince } = row;
  const unit = after.find('COMMUNE', newCode);
  if (!unit) {
    refuseUnknown(row.line, 'Mã Xã mới', newCode, after, findings);
    return undefined;
  }
  if (unit.code !== newCode) findings.useAlias(unit.id, newCode, line);
  checkName(line, ['Mã Xã mới', 'Tên Xã mới'], unit, newName, after, findings);
  checkParent(line, 'Tỉnh, thành phố', newProvince.code, after.provinceOf(unit), unit, findings);
  return unit;
}

function matchOld(row: ConversionRow, before: PlacedUnits, findings: RowFindings): PlacedUnit | undefined {
  const { line, oldName, district } = row;
  const printed = row.oldCode ?? '';
  const intended = findIntendedCode(row);
  const unit = before.find('COMMUNE', intended ?? printed);
  if (!unit) {
    refuseUnknown(line, 'Mã Xã cũ', intended ?? printed, before, findings);
    return undefined;
  }
  if (intended !== null) {
    findings.corrections.push({ line, column: 'Mã Xã cũ', printed, corrected: intended, unitName: unit.fullName });
  }
  checkName(line, ['Mã Xã cũ', 'Tên Xã cũ'], unit, oldName ?? '', before, findings);
  checkParent(line, 'Quận/huyện', district.code, before.parentOf(unit), unit, findings);
  checkOldProvince(row, unit, before, findings);
  return unit;
}

/**
 * A row without an old code begins at the district: five became special zones, and the mudflats that the district of
 * Kim Sơn managed itself lay in none of its communes, so nothing smaller than the district held them.
 */
function matchDistrict(row: ConversionRow, before: PlacedUnits, findings: RowFindings): PlacedUnit | undefined {
  const { line, district } = row;
  const unit = before.find('DISTRICT', district.code);
  if (!unit) {
    refuseUnknown(line, 'Quận/huyện', district.code, before, findings);
    return undefined;
  }
  checkName(line, ['Quận/huyện', 'Quận/huyện'], unit, district.name, before, findings);
  checkOldProvince(row, unit, before, findings);
  return unit;
}

function checkOldProvince(row: ConversionRow, unit: PlacedUnit, before: PlacedUnits, findings: RowFindings): void {
  const { line, oldProvince } = row;
  const intended = findIntendedProvince(row);
  if (intended !== null) {
    const change = { printed: oldProvince.code, corrected: intended };
    findings.corrections.push({ line, column: 'Tỉnh cũ', ...change, unitName: unit.fullName });
  }
  checkParent(line, 'Tỉnh cũ', intended ?? oldProvince.code, before.provinceOf(unit), unit, findings);
}

function refuseUnknown(line: number, column: Column, code: string, { day }: PlacedUnits, findings: RowFindings): void {
  const remedy = 'correct the code, or add it as an alias of the unit that is meant';
  findings.refuse('UNKNOWN_CODE', line, column, `no unit has the code ${code} on ${day}`, remedy);
}

/** The code decides, unless the name is another unit's: then one of the two is wrong, and only a person can tell which. */
function checkName(
  line: number,
  [codeColumn, nameColumn]: readonly [Column, Column],
  unit: PlacedUnit,
  printed: string,
  units: PlacedUnits,
  findings: RowFindings,
): void {
  const { code, fullName: known } = unit;
  if (printed === known || nameKey(printed) === nameKey(known)) return;
  const namesake = units.findNamesake(unit.parentId, printed);
  if (namesake || !isSpellingOf(printed, known)) {
    const other = namesake ? `; ${namesake.fullName} is ${namesake.code}` : '';
    const reason = `the code ${code} is ${known} on ${units.day}, the row names ${printed}${other}`;
    findings.refuse('NAME_OF_ANOTHER_UNIT', line, codeColumn, reason, 'correct the code or the name');
  } else {
    findings.spellings.push({ line, column: nameColumn, code, printed, known });
  }
}

function checkParent(
  line: number,
  column: Column,
  printed: string,
  parent: PlacedUnit | undefined,
  unit: PlacedUnit,
  findings: RowFindings,
): void {
  if (parent?.code === printed) return;
  const reason = `${unit.fullName} (${unit.code}) lies in ${parent?.fullName} (${parent?.code}), the row says (${printed})`;
  findings.refuse('WRONG_PARENT', line, column, reason, 'correct the label, or the code of the commune');
}
